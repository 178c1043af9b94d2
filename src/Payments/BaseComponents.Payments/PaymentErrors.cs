namespace BaseComponents.Payments;

/// <summary>The codes of <see cref="PaymentException"/>; each has an entry in <c>docs/errors.md</c>.</summary>
public static class PaymentErrors
{
    /// <summary>The order breaks a rule of the wire; see the findings.</summary>
    public const string OrderInvalid = "payments-order-invalid";

    /// <summary>A transfer breaks a rule of its QR code; see the findings.</summary>
    public const string TransferInvalid = "payments-transfer-invalid";

    /// <summary>The reference belongs to an earlier order with other content.</summary>
    public const string ReferenceReused = "payments-reference-reused";

    /// <summary>The service refused the order.</summary>
    public const string OrderRefused = "payments-order-refused";

    /// <summary>The service does not let this client in: certificate, originator or end point.</summary>
    public const string AccessDenied = "payments-access-denied";

    /// <summary>The service cannot be reached or is out of order.</summary>
    public const string ServiceUnavailable = "payments-service-unavailable";

    /// <summary>The service answered with something that is no answer of XBezahldienste.</summary>
    public const string AnswerUnreadable = "payments-answer-unreadable";

    /// <summary>The client's certificate or the trust anchors cannot be loaded.</summary>
    public const string CertificateUnusable = "payments-certificate-unusable";

    /// <summary>A decision or an erasure is not allowed by state, evidence or persons.</summary>
    public const string DecisionRefused = "payments-decision-refused";

    /// <summary>The package's own database is newer than the package, or of another kind.</summary>
    public const string DatabaseUnusable = "payments-database-unusable";

    /// <summary>The settings at the operator do not fit: Mandant, Bewirtschafter, budget item, number range.</summary>
    public const string BackEndMisconfigured = "payments-back-end-misconfigured";

    /// <summary>The service does not say whether the request took effect.</summary>
    public const string OutcomeUnknown = "payments-outcome-unknown";

    /// <summary>A file of the bank is no account statement that can be read.</summary>
    public const string BankFileUnreadable = "payments-bank-file-unreadable";

    /// <summary>Too many callers changed the same payment at once.</summary>
    public const string Contention = "payments-contention";
}
