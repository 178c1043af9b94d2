using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads the ways to reach a unit. Applications of citizens go along some of them: what is not plainly an address of its kind is not used.
/// </summary>
internal sealed class XzufiChannelReader(XzufiParts parts, Action<string> report)
{
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;

    public void ReadCommunication(UnitDraft draft)
    {
        var (kind, value) = Read(_names.Channel, _names.ChannelValue);
        if (kind.Value is not { } code || value is null)
            return;
        var channel = new ChannelKind(code);
        draft.Channels.Add(new OfficeChannel(channel, value));
        if (channel == ChannelKind.Mail)
            draft.MailAddress ??= MailAddressOf(value, "mail address");
        else if (channel == ChannelKind.Telephone)
            draft.Telephone ??= value;
        else if (channel == ChannelKind.Web)
            draft.WebPage ??= WebPageOf(value);
    }

    public void ReadSystem(UnitDraft draft)
    {
        var (kind, value) = Read(_names.SystemKind, _names.SystemAddress);
        if (value is null)
            return;
        if (Is(kind, _names.Settings.ServiceAccountSystem))
            AddServiceAccount(draft, value);
        else if (Is(kind, _names.Settings.DeMailSystem))
            draft.DeMailAddress ??= MailAddressOf(value, "De-Mail address");
        else if (Is(kind, _names.Settings.EgvpSystem))
            draft.EgvpAddress ??= Token(value, "EGVP address");
        else if (Is(kind, _names.Settings.ServiceConnectionSystem))
            draft.ServiceConnectionKey ??= ServiceConnectionKeyOf(value);
    }

    public static Uri? WebPageOf(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && page.UserInfo.Length == 0 ? page : null;

    private static bool Is(XzufiCode kind, string wanted) => kind.Code == wanted || kind.Name == wanted || kind.Text == wanted;

    private (XzufiCode Kind, string? Value) Read(string kindName, string valueName)
    {
        XzufiCode kind = default;
        string? value = null;
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, kindName))
                kind = parts.Code();
            else if (ReferenceEquals(_cursor.Name, valueName))
                value ??= _cursor.Text();
        }

        return (kind, value);
    }

    private void AddServiceAccount(UnitDraft draft, string value)
    {
        if (Token(value, "account of the service portal") is { } account && !draft.ServiceAccounts.Contains(account))
            draft.ServiceAccounts.Add(account);
    }

    private string? MailAddressOf(string value, string what) => MailAddressText.Read(value) ?? Refuse(what);

    private string? Token(string value, string what) => value.All(character => character is > ' ' and <= '~') ? value : Refuse(what);

    // Three letters and twelve digits, or ags and a municipality key.
    private string? ServiceConnectionKeyOf(string value)
    {
        var isKey = value.Length > 3 && value.AsSpan(0, 3).IndexOfAnyExceptInRange('a', 'z') < 0 && value.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0
            && value.Length == (value.StartsWith("ags", StringComparison.Ordinal) ? 11 : 15);
        return isKey ? value : Refuse("key of the directory of services");
    }

    private string? Refuse(string what)
    {
        report($"Its {what} is invalid and not used.");
        return null;
    }
}
