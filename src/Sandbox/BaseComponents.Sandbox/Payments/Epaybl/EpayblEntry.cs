using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>A claim as the ledger keeps it, beside those of XBezahldienste. The customer's name is not kept.</summary>
internal static class EpayblEntry
{
    private const string Nowhere = "http://localhost/";

    public static LedgerEntry Of(string mandant, string number, EpayblList list, string kassenzeichen, DateTimeOffset now) => new()
    {
        OriginatorId = mandant,
        EndPointId = list.Bewirtschafter!,
        TransactionId = "SBX-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
        TransactionReference = kassenzeichen,
        CreatedAt = now,
        Request = new WirePaymentRequest
        {
            RequestId = number,
            Currency = list.Currency,
            GrosAmount = list.Amount,
            Purpose = list.Bookings[0].Text,
            Description = list.Description,
            // In SOAP the address of the pay page names it.
            RedirectUrl = list.SuccessUrl ?? Nowhere,
            Items = [.. list.Bookings.Select((line, index) => new WireItem { Id = $"{index + 1}", Description = line.Text, Quantity = 1, TaxRate = 0, TotalNetAmount = line.Amount, TotalTaxAmount = 0 })],
        },
        Epaybl = new EpayblDetails
        {
            CustomerNumber = list.CustomerNumber!,
            Methods = [.. list.Methods.OfType<string>()],
            NotifyUrl = list.NotifyUrl,
            ErrorUrl = list.ErrorUrl,
            CancelUrl = list.CancelUrl,
        },
    };
}
