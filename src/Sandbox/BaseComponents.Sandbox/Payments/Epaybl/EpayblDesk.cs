using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Books claims for either interface.</summary>
internal sealed class EpayblDesk(SandboxContext sandbox, PaymentLedger ledger)
{
    public const string Success = "+0000";
    public const string PayPagePath = "/payments/epaybl/paypage";

    public EpayblBooked Book(EpayblList list)
    {
        if (EpayblRules.Refusal(list) is { } refusal)
            return new EpayblBooked(refusal, null);
        if (sandbox.Faults.Take(EpayblFaults.InternalFault) is not null)
            return new EpayblBooked("-9999", null);
        var booked = ledger.Book(EpayblOffice.Mandant, list);
        return booked.Code == Success && EpayblBooks.HidesOutcome(list.Amount!.Value) ? booked with { Code = "-9999" } : booked;
    }

    public LedgerEntry? Find(string kassenzeichen) => ledger.All.FirstOrDefault(entry => entry.Epaybl is not null && entry.TransactionReference == kassenzeichen);

    public LedgerEntry? FindTransaction(string number) => ledger.All.FirstOrDefault(entry => entry.Epaybl is not null && entry.RequestId == number);

    public EpayblBooks BooksOf(LedgerEntry entry) => EpayblBooks.Of(entry, sandbox.Clock.GetUtcNow());

    public string PayPageOf(LedgerEntry entry)
    {
        var query = $"?mandant={EpayblOffice.Mandant}&EShopKundenNr={Uri.EscapeDataString(entry.Epaybl!.CustomerNumber)}&kassenzeichen={entry.TransactionReference}";
        return new Uri(sandbox.HttpAddress, PayPagePath + query).AbsoluteUri;
    }
}

/// <param name="Code">The result.</param>
/// <param name="Entry">The claim, new or found.</param>
internal sealed record EpayblBooked(string Code, LedgerEntry? Entry);
