namespace BaseComponents.Payments.Bank;

/// <summary>What an entry of the bank means for the payments.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Outcome">How it was matched.</param>
/// <param name="Attempts">The attempts whose Kassenzeichen it names; one where the outcome is <see cref="BankMatchOutcome.Matched"/>.</param>
public sealed record BankMatch(CamtEntry Entry, BankMatchOutcome Outcome, IReadOnlyList<PaymentRecord> Attempts)
{
    /// <summary>The entry as a decision wants it; null unless it matches exactly.</summary>
    public BankEntry? Evidence => Outcome is BankMatchOutcome.Matched && Entry.Amount is { } amount && Attempts is [{ TransactionReference: { } reference }]
        ? new BankEntry { Id = Entry.Id, Reference = reference, Amount = amount, IsDebit = Entry.IsDebit, BookedOn = Entry.BookedOn }
        : null;

    /// <summary>
    /// Whether the entry alone shows that its attempt is paid, which is not paid here yet. Money that left the account, an entry the bank took back, and a
    /// double payment need a person who says what they mean.
    /// </summary>
    public bool ShowsPayment => Evidence is { IsDebit: false } && !Entry.IsReversal
        && Attempts[0].State is PaymentState.OutcomeUnknown or PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned
            or PaymentState.PaidLate or PaymentState.Mismatch;
}

/// <summary>How an entry of the bank was matched.</summary>
public enum BankMatchOutcome
{
    /// <summary>It names no Kassenzeichen that is known here.</summary>
    UnknownReference,

    /// <summary>It names one attempt and has its amount.</summary>
    Matched,

    /// <summary>It names one attempt and has another amount, or another currency.</summary>
    OtherAmount,

    /// <summary>It names several attempts.</summary>
    Ambiguous,

    /// <summary>It stands on the statement of an account that is not among the Mandant's own.</summary>
    ForeignAccount,

    /// <summary>It has decided a payment already, or came before in the same file.</summary>
    AlreadyUsed,
}
