using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// What of a unit sends money or citizens' data somewhere. A new value of one of these is not used until a person has confirmed it. This
/// list is the only place that says which they are.
/// </summary>
/// <param name="Name">The property of <see cref="Office"/>.</param>
/// <param name="Of">Its value as text; null where the unit has none.</param>
/// <param name="With">The unit with another value.</param>
internal sealed record WatchedField(string Name, Func<Office, string?> Of, Func<Office, string?, Office> With)
{
    public static readonly IReadOnlyList<WatchedField> All =
    [
        new(nameof(Office.MailAddress), WatchedMail.Of, WatchedMail.With),
        new(nameof(Office.DeMailAddress), office => office.DeMailAddress, (office, value) => office with { DeMailAddress = value }),
        new(nameof(Office.EgvpAddress), office => office.EgvpAddress, (office, value) => office with { EgvpAddress = value }),
        new(nameof(Office.ServiceConnectionKey), office => office.ServiceConnectionKey, (office, value) => office with { ServiceConnectionKey = value }),
        // A set: exactly one must be left, whatever stands first.
        new(nameof(Office.ServiceAccounts), office => WatchedList.Write(office.ServiceAccounts.Order(StringComparer.Ordinal)), (office, value) => office with { ServiceAccounts = WatchedList.Read(value) }),
        new(nameof(Office.BankAccounts), AccountsOf, (office, value) => office with { BankAccounts = Accounts(value) }),
        new(nameof(Office.Destinations), office => WatchedList.Write(office.Destinations.Order().Select(destination => destination.ToString())), (office, value) => office with { Destinations = [.. WatchedList.Read(value).Select(Destination)] }),
    ];

    public static WatchedField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    private static Guid Destination(string value) =>
        Guid.TryParse(value, out var destination) ? destination : throw new InvalidDataException("A destination that is held back is none.");

    // With holder, bank and services: which account a service is paid to is watched as the numbers are.
    private static string? AccountsOf(Office office) =>
        office.BankAccounts.Count == 0 ? null : System.Text.Encoding.UTF8.GetString(SnapshotRecords.Write([.. office.BankAccounts], SnapshotJson.Default.BankAccountArray));

    private static BankAccount[] Accounts(string? value) =>
        value is null ? [] : SnapshotRecords.Read<BankAccount[]>(System.Text.Encoding.UTF8.GetBytes(value));
}
