using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Entries of the bank as rows. What the payer wrote is not shown.</summary>
internal sealed class MatchTable
{
    private readonly Columns _columns = new("ENTRY", "BOOKED", "EUR", "OUTCOME", "KASSENZEICHEN", "REFERENCE", "ATTEMPT", "STATE", "NEXT");

    /// <summary>Whether an entry names a payment and does not fit, or was not taken.</summary>
    public bool NeedsPerson { get; private set; }

    /// <param name="match">The entry.</param>
    /// <param name="applied">The state after it was applied; null when it was not.</param>
    public void Add(BankMatch match, PaymentState? applied)
    {
        var next = Next(match, applied);
        NeedsPerson |= next is Person or Foreign;
        var attempts = match.Attempts;
        _columns.Add(
            match.Entry.Id, GermanDay.Iso(match.Entry.BookedOn), Amount(match.Entry), match.Outcome.ToString(), string.Join(' ', attempts.Select(static attempt => attempt.TransactionReference).Distinct()),
            string.Join(' ', attempts.Select(static attempt => attempt.Reference)), string.Join(' ', attempts.Select(static attempt => attempt.Attempt.ToString(CultureInfo.InvariantCulture))),
            string.Join(' ', attempts.Select(attempt => (applied ?? attempt.State).ToString())), next);
    }

    public void Print() => _columns.Print();

    private const string Foreign = "of another account: decides nothing";

    private const string Person = "a person decides: payments resolve";

    private static string Amount(CamtEntry entry) => $"{(entry.IsDebit ? "-" : "")}{(entry.Amount is { } amount ? Money.OnScreen(amount) : "not in euro")}";

    private static string Next(BankMatch match, PaymentState? applied) => match switch
    {
        { Outcome: BankMatchOutcome.UnknownReference or BankMatchOutcome.AlreadyUsed } => "",
        { Outcome: BankMatchOutcome.ForeignAccount } => Foreign,
        { ShowsPayment: true } when applied is null => "is set to Paid with --apply",
        { ShowsPayment: true } when applied is PaymentState.Paid => "set to Paid",
        { Evidence.IsDebit: false, Entry.IsReversal: false } when match.Attempts[0].State is PaymentState.Paid => "paid already",
        _ => Person,
    };
}
