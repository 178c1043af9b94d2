namespace BaseComponents.Authorities.Internal;

/// <summary>The mail address of a unit, and with it all its channels for mail: nobody is to write to a new address by the other way.</summary>
internal static class WatchedMail
{
    // The address itself stands first, empty where there is none.
    public static string? Of(Office office)
    {
        var others = office.Channels.Where(channel => channel.Kind == ChannelKind.Mail && channel.Value != office.MailAddress).Select(channel => channel.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        return office.MailAddress is null && others.Count == 0 ? null : WatchedList.Write([office.MailAddress ?? "", .. others]);
    }

    public static Office With(Office office, string? value)
    {
        var addresses = WatchedList.Read(value);
        return office with
        {
            MailAddress = addresses is [{ Length: > 0 } address, ..] ? address : null,
            Channels = [.. office.Channels.Where(channel => channel.Kind != ChannelKind.Mail), .. addresses.Where(one => one.Length > 0).Select(one => new OfficeChannel(ChannelKind.Mail, one))],
        };
    }
}
