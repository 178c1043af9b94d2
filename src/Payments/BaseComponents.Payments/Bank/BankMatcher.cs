using BaseComponents.Payments.Internal.Bank;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Bank;

/// <summary>Finds the payments that entries of the bank are about, by Kassenzeichen or creditor reference. It decides nothing.</summary>
/// <remarks>
/// German: Zuordnung von Zahlungseingängen. Only Kassenzeichen that attempts have are looked for; in the payer's own words only those of at least
/// <see cref="ShortestInText"/> letters and digits, since a shorter one may be a year or a house number. One matcher reads one file of one registration.
/// </remarks>
public sealed class BankMatcher
{
    /// <summary>The fewest letters and digits of a Kassenzeichen that is looked for in the payer's own words.</summary>
    public const int ShortestInText = 6;

    private readonly KnownReferences _known;
    private readonly HashSet<string> _used;
    private readonly HashSet<Iban> _accounts;

    /// <summary>Prepares the matching.</summary>
    /// <param name="attempts">The attempts of the registration.</param>
    /// <param name="audit">Its audit, which says what entries have been used.</param>
    /// <param name="accounts">
    /// The Mandant's own accounts, out of its configuration. Entries of another account decide nothing: whoever brings a file could write any
    /// Kassenzeichen into it. Where there are none, accounts are not compared.
    /// </param>
    public BankMatcher(IEnumerable<PaymentRecord> attempts, IEnumerable<PaymentAuditEntry> audit, IEnumerable<Iban> accounts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(accounts);
        _known = new KnownReferences(attempts);
        _accounts = [.. accounts];
        _used = audit.Select(static line => line.Evidence).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Matches one entry.</summary>
    public BankMatch Match(CamtEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var attempts = _known.NamedBy(entry);
        return new BankMatch(entry, OutcomeOf(entry, attempts), attempts);
    }

    private BankMatchOutcome OutcomeOf(CamtEntry entry, IReadOnlyList<PaymentRecord> attempts)
    {
        if (attempts.Count == 0)
            return BankMatchOutcome.UnknownReference;
        if (!IsOwn(entry.Account))
            return BankMatchOutcome.ForeignAccount;
        if (!_used.Add(PaymentEvidence.OfEntry(entry.Id)))
            return BankMatchOutcome.AlreadyUsed;
        if (attempts.Count > 1)
            return BankMatchOutcome.Ambiguous;
        return entry.Amount == attempts[0].Amount ? BankMatchOutcome.Matched : BankMatchOutcome.OtherAmount;
    }

    private bool IsOwn(string account) => _accounts.Count == 0 || (Iban.TryParse(account, out var iban) && _accounts.Contains(iban));
}
