using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>XBezahldienste 1.0.0, PaymentTransaction: what the service says, with the order it belongs to.</summary>
internal sealed record PaymentTransaction
{
    public PaymentInformation? PaymentInformation { get; set; }

    public EchoedRequest? PaymentRequest { get; set; }
}

/// <summary>The part of the repeated order that is compared. The rest, the payer above all, is not even read.</summary>
internal sealed record EchoedRequest
{
    public string? RequestId { get; set; }

    public string? Currency { get; set; }

    public decimal? GrosAmount { get; set; }
}

/// <summary>XBezahldienste 1.0.0, PaymentInformation.</summary>
internal sealed record PaymentInformation
{
    public string? TransactionRedirectUrl { get; set; }

    public string? TransactionId { get; set; }

    public string? TransactionReference { get; set; }

    public string? PaymentMethod { get; set; }

    public string? Status { get; set; }

    /// <summary>The address it was asked at.</summary>
    public Unread? TransactionUrl { get; set; }

    public Unread? TransactionTimestamp { get; set; }

    /// <summary>What a newer service adds, and the details of method and status; kept so that a reader in the debugger sees it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Further { get; set; }
}

/// <summary>RFC 9457 with the code of XBezahldienste 1.0.0. Title and detail are not read: they may repeat what a person entered.</summary>
internal sealed record Problem
{
    public string? FunctionalCode { get; set; }

    /// <summary>The code, where it has the form of one.</summary>
    [JsonIgnore]
    public PaymentFunctionalCode? Code => FunctionalCode is { Length: > 0 and <= 64 } code && code.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? new PaymentFunctionalCode(code)
        : null;
}
