using System.Text;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>What one report says about the recipients of one mail, by their place in it.</summary>
internal sealed class ReportedDeliveries(OutboxMail mail, IReadOnlyCollection<int> named, IReadOnlyDictionary<int, RecipientDelivery> said)
{
    /// <summary>Why it cannot be about this mail.</summary>
    public MailReportOutcome? Obstacle => named.Count == 0 ? MailReportOutcome.UnknownRecipient
        : mail.Recipients.Any(recipient => named.Contains(recipient.Index) && WasHandedOver(recipient)) ? null
        : MailReportOutcome.NotHandedOver;

    public static ReportedDeliveries Of(DeliveryReport report, OutboxMail mail, DateTimeOffset at)
    {
        var (named, said) = (new HashSet<int>(), new Dictionary<int, RecipientDelivery>());
        foreach (var reported in report.Recipients)
        {
            if (Find(mail, reported) is not { } recipient)
                continue;
            named.Add(recipient.Index);
            if (StateOf(reported.Action) is { } state && !(said.TryGetValue(recipient.Index, out var before) && before.State >= state))
                said[recipient.Index] = new RecipientDelivery(state, at) { Status = reported.Status, DiagnosticCode = reported.DiagnosticCode };
        }

        return new ReportedDeliveries(mail, named, said);
    }

    public static ReportedDeliveries Of(ReadingReport report, string from, OutboxMail mail, DateTimeOffset at)
    {
        int[] named = [.. mail.Recipients.Where(recipient => MailAddressSyntax.AreSame(recipient.Address, from)).Select(recipient => recipient.Index)];
        return new ReportedDeliveries(mail, named, StateOf(report) is { } state ? named.ToDictionary(index => index, _ => new RecipientDelivery(state, at)) : []);
    }

    /// <returns>The mail with what is new, and whether anything is.</returns>
    public (OutboxMail Mail, bool IsNew) Apply()
    {
        OutboxRecipient[] recipients = [.. mail.Recipients.Select(Apply)];
        return (mail with { Recipients = recipients }, !recipients.SequenceEqual(mail.Recipients));
    }

    private OutboxRecipient Apply(OutboxRecipient recipient) =>
        said.TryGetValue(recipient.Index, out var delivery) && WasHandedOver(recipient) && !(recipient.Delivery?.State >= delivery.State) ? recipient with { Delivery = delivery } : recipient;

    // After a resend was decided, a recipient that waits may have the mail already.
    private bool WasHandedOver(OutboxRecipient recipient) => recipient.State switch
    {
        OutboxRecipientState.Sealed => false,
        OutboxRecipientState.Deferred => mail.Resends > 0,
        _ => true,
    };

    private static OutboxRecipient? Find(OutboxMail mail, ReportedRecipient reported) =>
        Find(mail, reported.OriginalRecipient) ?? Find(mail, Decoded(reported.OriginalRecipient)) ?? Find(mail, reported.FinalRecipient);

    private static OutboxRecipient? Find(OutboxMail mail, string? address) =>
        address is null ? null : mail.Recipients.FirstOrDefault(recipient => MailAddressSyntax.AreSame(recipient.Address, address));

    // Some servers repeat the address in the form it has in ORCPT (xtext, RFC 3461 section 4): +2B for a plus sign.
    private static string? Decoded(string? address)
    {
        if (address is null || !address.Contains('+', StringComparison.Ordinal))
            return null;
        var text = new StringBuilder();
        for (var place = 0; place < address.Length; place++)
        {
            var isCode = address[place] is '+' && place + 2 < address.Length && char.IsAsciiHexDigitUpper(address[place + 1]) && char.IsAsciiHexDigitUpper(address[place + 2]);
            text.Append(isCode ? (char)Convert.ToByte(address.Substring(place + 1, 2), 16) : address[place]);
            place += isCode ? 2 : 0;
        }

        return text.ToString();
    }

    private static RecipientDeliveryState? StateOf(DeliveryAction action) => action switch
    {
        { Name: "delayed" } => RecipientDeliveryState.Delayed,
        { Name: "relayed" } => RecipientDeliveryState.Relayed,
        { Name: "expanded" } => RecipientDeliveryState.Expanded,
        { Name: "delivered" } => RecipientDeliveryState.Delivered,
        { Name: "failed" } => RecipientDeliveryState.Failed,
        _ => null,
    };

    private static RecipientDeliveryState? StateOf(ReadingReport report) => report switch
    {
        { HasError: true } => null,
        { Disposition.Name: "displayed" } => RecipientDeliveryState.Displayed,
        { Disposition.Name: "processed" or "dispatched" } => RecipientDeliveryState.Processed,
        { Disposition.Name: "deleted" } => RecipientDeliveryState.Deleted,
        _ => null,
    };
}
