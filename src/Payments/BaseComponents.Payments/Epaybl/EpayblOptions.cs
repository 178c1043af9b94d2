using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Payments.Epaybl;

/// <summary>Settings of one ePayBL interface, for one Mandant and Bewirtschafter. Everything comes from the operator; nothing has an invented default.</summary>
public sealed class EpayblOptions
{
    /// <summary>What the component talks to. Required.</summary>
    [Required]
    public PaymentEnvironment? Environment { get; set; }

    /// <summary>Which interface. Required.</summary>
    [Required]
    public EpayblProtocol? Protocol { get; set; }

    /// <summary>REST: the base that <c>epayment/fachverfahren/v1_0/</c> follows. SOAP: the end point itself. Required.</summary>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>Whose claims these are. Required.</summary>
    /// <remarks>German: Mandantennummer.</remarks>
    [Required, StringLength(36), RegularExpression("^[A-Za-z0-9_-]+$")]
    public string? Mandant { get; set; }

    /// <summary>The office below it. Required.</summary>
    /// <remarks>German: Bewirtschafternummer.</remarks>
    [Required, StringLength(8), RegularExpression("^[A-Za-z0-9_-]+$")]
    public string? Bewirtschafter { get; set; }

    /// <summary>How lists are written in SOAP. Required there.</summary>
    public EpayblListStyle? ListStyle { get; set; }

    /// <summary>The pay page that browsers are sent to. Required in SOAP; in REST the answer names it.</summary>
    /// <remarks>German: Paypage-Adresse.</remarks>
    public Uri? PayPageAddress { get; set; }

    /// <summary>Where lines are booked that name no budget item of their own.</summary>
    /// <remarks>German: Haushaltsstelle.</remarks>
    [StringLength(10)]
    public string? BudgetItem { get; set; }

    /// <summary>Where below that.</summary>
    /// <remarks>German: Objektnummer.</remarks>
    [StringLength(10)]
    public string? ObjectNumber { get; set; }

    /// <summary>How reminders are handled, from the treasury.</summary>
    /// <remarks>German: Kennzeichen Mahnverfahren.</remarks>
    [StringLength(5)]
    public string? DunningKey { get; set; }

    /// <summary>The ways to pay that pay pages offer, such as <c>KREDITKARTE</c>.</summary>
    /// <remarks>German: Zahlverfahren.</remarks>
    public IList<string> Methods { get; } = [];

    /// <summary>The codes by which the operator says that a Kassenzeichen or transaction number is not known. They are not public: ask.</summary>
    /// <value>none: such an answer is a fault, and nothing is concluded from it</value>
    public IList<string> NotFoundCodes { get; } = [];

    /// <summary>Whether a finished pay page counts as paid although the claim is still open in the books; for operators that book card payments days later.</summary>
    /// <value>false</value>
    public bool FinishedPageIsPaid { get; set; }

    /// <summary>Where the service sends its notifications; REST only.</summary>
    /// <value>null: none are asked for</value>
    public Uri? NotifyAddress { get; set; }

    /// <summary>The secret that notifications are hashed with.</summary>
    public string? NotificationSecret { get; set; }

    /// <summary>Client certificate and key as PEM text. Name one place: this, the path or the thumbprint.</summary>
    public string? ClientCertificatePem { get; set; }

    /// <summary>The key as PEM text, where it is not part of <see cref="ClientCertificatePem"/>.</summary>
    public string? ClientCertificateKeyPem { get; set; }

    /// <summary>A PKCS#12 or PEM file with client certificate and key. A changed file is used from the next connection on.</summary>
    public string? ClientCertificatePath { get; set; }

    /// <summary>Password of the file or the PEM key.</summary>
    public string? ClientCertificatePassword { get; set; }

    /// <summary>SHA-1 thumbprint of the client certificate in the operating system's personal store.</summary>
    public string? ClientCertificateThumbprint { get; set; }

    /// <summary>Roots that alone are trusted for the service, as PEM text.</summary>
    /// <value>null: the operating system's roots.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>Proxy towards the service.</summary>
    /// <value>null: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>How long one call may take.</summary>
    /// <value>30 seconds; 1 second to 5 minutes</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
