using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Authorities.Wire.Html;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Makes a unit of an answer. Every text is cleaned; what is not plainly an address or account of its kind is not used.</summary>
internal sealed class PvogOfficeReader(PvogNames names)
{
    public const string Scheme = "Organisationseinheit";
    private const int MostParts = 200;

    /// <summary>A unit by what the list of units says of it alone.</summary>
    public static Office Named(string id, string name, OfficeRole role) => new(PvogId.ToOfficeId(id, Scheme), name) { Role = role };

    /// <summary>A unit with all that is told of it.</summary>
    /// <param name="named">The unit by what the list of units says.</param>
    /// <param name="unit">All about it.</param>
    public Office Read(Office named, PvogUnit unit)
    {
        List<OfficeAddress> addresses = [.. Some(unit.Location?.Addresses).Select(Address)];
        List<OfficeChannel> channels = [.. Some(unit.Location?.Communications).Select(Channel).OfType<OfficeChannel>()];
        return named with
        {
            Address = addresses.FirstOrDefault(),
            Addresses = addresses,
            Channels = channels,
            MailAddress = First(channels, ChannelKind.Mail, MailAddressText.Read),
            Telephone = First(channels, ChannelKind.Telephone, value => value),
            WebPage = Some(unit.InternetAddresses).Select(link => XzufiChannelReader.WebPageOf(link.Uri)).FirstOrDefault(page => page is not null),
            BankAccounts = [.. Some(unit.BankAccounts).Select(Account)],
            OpeningHours = [.. Some(unit.AdditionalInformation).Where(more => more.Type == names.OpeningHours).Select(more => HtmlCut.Of(Shortened(more.Text))).Where(html => html.Length > 0).Select(html => new LocalText(LanguageCode.German, html))],
        };
    }

    /// <summary>A short text, cleaned; none where nothing is left.</summary>
    public static string? Text(string? text) => text is not null && WireText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private static IEnumerable<T> Some<T>(IReadOnlyList<T?>? list)
        where T : class => (list ?? []).OfType<T>().Take(MostParts);

    private static string Shortened(string? html) => html is null ? "" : html[..Math.Min(html.Length, HtmlCut.Longest)];

    private static OfficeAddress Address(PvogAddress address) => new()
    {
        Street = Text(address.Street),
        HouseNumber = Text(address.HouseNumber),
        PostalCode = Text(address.Zip),
        City = Text(address.City),
        Kind = Text(address.Type) is { } kind ? new AddressKind(kind, kind) : null,
    };

    private static OfficeChannel? Channel(PvogCommunication way) =>
        Text(way.Code) is { } code && Text(way.Value) is { } value ? new OfficeChannel(new ChannelKind(code), value) : null;

    private static string? First(List<OfficeChannel> channels, ChannelKind kind, Func<string, string?> read) =>
        channels.Where(channel => channel.Kind == kind).Select(channel => read(channel.Value)).FirstOrDefault(value => value is not null);

    private BankAccount Account(Dictionary<string, string?> account)
    {
        var number = Member(account, names.Iban);
        var iban = number is null ? null : Iban.Read(number);
        return new BankAccount
        {
            Iban = iban,
            HasInvalidIban = number is not null && iban is null,
            Bic = Member(account, names.Bic),
            Holder = Member(account, names.AccountHolder),
            Bank = Member(account, names.Bank),
        };
    }

    private static string? Member(Dictionary<string, string?> account, string? name) => name is null ? null : Text(account.GetValueOrDefault(name));
}
