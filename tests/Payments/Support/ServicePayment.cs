using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>One payment at the scripted service.</summary>
internal sealed class ServicePayment(JsonObject request, string transactionId)
{
    public string RequestId => (string)request["requestId"]!;

    public string TransactionId { get; set; } = transactionId;

    public string Status { get; set; } = "INITIAL";

    /// <summary>How much more, or less, than ordered is reported.</summary>
    public decimal Difference { get; set; }

    public bool IsPaidInFull => Status == "PAYED" && Difference == 0;

    public JsonObject ToJson()
    {
        var repeated = request.DeepClone().AsObject();
        repeated["grosAmount"] = (decimal)repeated["grosAmount"]! + Difference;
        return new JsonObject
        {
            ["paymentInformation"] = new JsonObject
            {
                ["transactionId"] = TransactionId,
                ["transactionRedirectUrl"] = Status == "INITIAL" ? $"https://bezahlen.example/{TransactionId}" : null,
                ["transactionReference"] = Status == "PAYED" ? "814200000001" : null,
                ["paymentMethod"] = Status == "PAYED" ? "WERO" : null,
                ["status"] = Status,
            },
            ["paymentRequest"] = repeated,
        };
    }
}
