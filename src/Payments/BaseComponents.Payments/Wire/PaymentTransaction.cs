using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>XBezahldienste 1.0.0, PaymentTransaction: what the service says, with the order it belongs to.</summary>
internal sealed record PaymentTransaction
{
    public PaymentInformation? PaymentInformation { get; init; }

    public EchoedRequest? PaymentRequest { get; init; }
}

/// <summary>The part of the repeated order that is compared. The rest, the payer above all, is not even read.</summary>
internal sealed record EchoedRequest
{
    public string? RequestId { get; init; }

    public string? Currency { get; init; }

    public decimal? GrosAmount { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentInformation.</summary>
internal sealed record PaymentInformation
{
    public string? TransactionRedirectUrl { get; init; }

    public string? TransactionId { get; init; }

    public string? TransactionReference { get; init; }

    public string? PaymentMethod { get; init; }

    public string? Status { get; init; }

    /// <summary>What a newer service adds; kept so that a reader in the debugger sees it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Further { get; set; }
}

/// <summary>RFC 9457 with the code of XBezahldienste 1.0.0. Title and detail are not read: they may repeat what a person entered.</summary>
internal sealed record Problem
{
    public string? FunctionalCode { get; init; }

    /// <summary>The code, where it has the form of one.</summary>
    [JsonIgnore]
    public PaymentFunctionalCode? Code => FunctionalCode is { Length: > 0 and <= 64 } code && code.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? new PaymentFunctionalCode(code)
        : null;
}
