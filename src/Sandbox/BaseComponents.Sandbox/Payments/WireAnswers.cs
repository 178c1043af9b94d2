namespace BaseComponents.Sandbox.Payments;

/// <summary>XBezahldienste 1.0.0, PaymentTransaction.</summary>
internal sealed record WireTransaction(WireInformation PaymentInformation, WirePaymentRequest PaymentRequest);

/// <summary>XBezahldienste 1.0.0, PaymentInformation.</summary>
internal sealed record WireInformation
{
    public required string TransactionUrl { get; init; }

    public string? TransactionRedirectUrl { get; init; }

    public required string TransactionId { get; init; }

    public string? TransactionReference { get; init; }

    public required string TransactionTimestamp { get; init; }

    public string? PaymentMethod { get; init; }

    public string? PaymentMethodDetail { get; init; }

    public required string Status { get; init; }

    public string? StatusDetail { get; init; }
}

/// <summary>RFC 9457 with the functional code of XBezahldienste 1.0.0.</summary>
internal sealed record WireProblem(string Type, int Status, string Title, string Detail, string FunctionalCode);
