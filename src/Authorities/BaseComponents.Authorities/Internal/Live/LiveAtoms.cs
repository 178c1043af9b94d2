namespace BaseComponents.Authorities.Internal.Live;

/// <summary>
/// Whether a live value of a watched property says anything that the known one does not. A live source says less than a delivery: an account
/// without its services, no De-Mail address. That is no change; the known value is the better one.
/// </summary>
internal static class LiveAtoms
{
    public static bool SaysMore(WatchedField field, Office known, Office live) => !Of(field, live).All(Of(field, known).ToHashSet().Contains);

    private static IEnumerable<string> Of(WatchedField field, Office office) => field.Name switch
    {
        nameof(Office.BankAccounts) => office.BankAccounts.Select(account => account.Iban).OfType<string>(),
        nameof(Office.MailAddress) => office.Channels.Where(channel => channel.Kind == ChannelKind.Mail).Select(channel => channel.Value).Append(office.MailAddress).OfType<string>(),
        _ => WatchedList.Read(field.Of(office)),
    };
}
