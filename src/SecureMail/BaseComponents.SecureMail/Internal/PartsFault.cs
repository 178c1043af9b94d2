namespace BaseComponents.SecureMail.Internal;

/// <summary>The one exception for a message of which not every mail was accepted.</summary>
internal static class PartsFault
{
    public static SecureMailException Of(IReadOnlyList<MailPart> parts, IReadOnlyList<SecureMailException> faults)
    {
        if (parts.Count == 1)
            return faults[0];
        var first = faults[0];
        var states = parts.Select(part => part.State).Distinct().ToList();
        return new SecureMailException(parts.Any(IsAccepted) ? SecureMailErrors.PartlySent : first.Code, $"{Counted(parts)} {Sentence(first)} {NextStep(parts)}", first)
        {
            IsTransient = faults.All(fault => fault.IsTransient),
            CorrelationId = parts[0].MessageId,
            Outcome = states switch { [MailPartState.NotSent] => MailOutcome.NotSent, [MailPartState.Unknown] => MailOutcome.Unknown, _ => MailOutcome.Partly },
            RecipientIndex = faults.Count == 1 ? first.RecipientIndex : null,
            Parts = parts,
        };
    }

    private static bool IsAccepted(MailPart part) => part.State is MailPartState.Accepted;

    private static string Counted(IReadOnlyList<MailPart> parts) =>
        $"The message is {parts.Count} mails: {parts.Count(IsAccepted)} accepted, {parts.Count(part => part.State is MailPartState.Unknown)} unknown, {parts.Count(part => part.State is MailPartState.NotSent)} not sent.";

    // The first fault speaks of its own mail only.
    private static string Sentence(SecureMailException first) =>
        "The first fault: " + first.Message.Replace($" See docs/errors.md#{first.Code}", "", StringComparison.Ordinal).Replace("Nothing was sent. ", "", StringComparison.Ordinal);

    private static string NextStep(IReadOnlyList<MailPart> parts) => parts.Any(IsAccepted)
        ? "Send again to the recipients of the mails that were not accepted only (Parts), with the same Key."
        : "No recipient was served for certain.";
}
