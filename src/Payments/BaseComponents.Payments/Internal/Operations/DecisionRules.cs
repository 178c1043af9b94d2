namespace BaseComponents.Payments.Internal.Operations;

/// <summary>What may be decided about which state, on what evidence, by whom.</summary>
internal static class DecisionRules
{
    private const int LongestName = 100;
    private const int LongestReason = 500;
    private const int LongestEntryId = 70;

    public static bool IsPossible(PaymentResolution resolution, PaymentState state) => resolution switch
    {
        PaymentResolution.Paid => Transition.IsGivenUp(state)
            || state is PaymentState.OutcomeUnknown or PaymentState.AwaitingTransfer or PaymentState.PaidLate or PaymentState.Mismatch or PaymentState.DoublePayment,
        PaymentResolution.NotPaid => state is PaymentState.OutcomeUnknown,
        PaymentResolution.Refunded => Transition.HasMoney(state) || state is PaymentState.Mismatch or PaymentState.DoublePayment,
        PaymentResolution.ReturnDebited => Transition.HasMoney(state),
        _ => false,
    };

    public static PaymentState StateOf(PaymentResolution resolution) => resolution switch
    {
        PaymentResolution.Paid => PaymentState.Paid,
        PaymentResolution.NotPaid => PaymentState.Abandoned,
        PaymentResolution.Refunded => PaymentState.Refunded,
        _ => PaymentState.ReturnDebited,
    };

    /// <summary>What is wrong with the decision as far as it can be said without a look; null when nothing is.</summary>
    public static string? Refusal(PaymentDecision decision, PaymentRecord record) =>
        PersonRefusal(decision.DecidedBy, decision.Reason)
        ?? (IsPossible(decision.Resolution, record.State) ? null : $"an attempt that is {record.State} cannot become {decision.Resolution}")
        ?? EvidenceRefusal(decision, record);

    public static string? PersonRefusal(string decidedBy, string reason)
    {
        if (!IsText(decidedBy, LongestName))
            return $"it names nobody who decides (1 to {LongestName} characters)";
        return IsText(reason, LongestReason) ? null : $"it gives no reason (1 to {LongestReason} characters)";
    }

    private static string? EvidenceRefusal(PaymentDecision decision, PaymentRecord record) => decision.Evidence switch
    {
        PaymentEvidence.Stated => SecondPersonRefusal(decision),
        PaymentEvidence.Booked { Entry: var entry } => EntryRefusal(decision.Resolution, entry, record),
        _ when record.Route is PaymentRoute.Transfer => "a transfer cannot be looked up at the payment service",
        _ => decision.Resolution is PaymentResolution.Paid or PaymentResolution.ReturnDebited ? null : "a look-up cannot show that",
    };

    private static string? SecondPersonRefusal(PaymentDecision decision)
    {
        if (decision.ConfirmedBy is not { } second || !IsText(second, LongestName))
            return "without a look-up or an entry of the bank it needs a second person";
        return string.Equals(second.Trim(), decision.DecidedBy.Trim(), StringComparison.OrdinalIgnoreCase) ? "who decides and who confirms is the same person" : null;
    }

    private static string? EntryRefusal(PaymentResolution resolution, BankEntry entry, PaymentRecord record)
    {
        if (resolution is PaymentResolution.NotPaid)
            return "an entry of the bank cannot show that nothing was paid";
        if (!IsText(entry.Id, LongestEntryId) || !entry.Id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '/' or '-'))
            return $"the entry's key is empty, longer than {LongestEntryId} characters, or has other signs than letters, digits and . _ : / -";
        if (entry.IsDebit != (resolution is not PaymentResolution.Paid))
            return entry.IsDebit ? "the entry took money from the account" : "the entry brought money into the account";
        if (record.TransactionReference is not { } named || named != entry.Reference)
            return "the entry names another Kassenzeichen";
        return entry.Amount == record.Amount ? null : "the entry has another amount than was ordered";
    }

    private static bool IsText(string? text, int maxLength) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(char.IsControl) && WireText.IsWellFormed(text);
}
