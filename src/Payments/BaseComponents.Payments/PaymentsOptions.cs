using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments;

/// <summary>Settings of one payment service, usually the section <c>BaseComponents:Payments</c>.</summary>
public sealed class PaymentsOptions
{
    /// <summary>What the component talks to. Required.</summary>
    [Required]
    public PaymentEnvironment? Environment { get; set; }

    /// <summary>Base of the XBezahldienste interface, from the operator, such as <c>https://host/path/</c>. Required, unless the registration uses ePayBL.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Key of the online service at the payment service, from the operator. Required, unless the registration uses ePayBL.</summary>
    /// <remarks>XBezahldienste 1.0.0, originatorId.</remarks>
    [StringLength(36), RegularExpression("^[A-Za-z0-9_-]+$")]
    public string? OriginatorId { get; set; }

    /// <summary>Key of the receiving authority at the payment service, from the operator. Required, unless the registration uses ePayBL.</summary>
    /// <remarks>XBezahldienste 1.0.0, endPointId; often the Amtlicher Gemeindeschlüssel.</remarks>
    [StringLength(36), RegularExpression("^[A-Za-z0-9_-]+$")]
    public string? EndPointId { get; set; }

    /// <summary>How the service speaks the interface.</summary>
    /// <value>Standard</value>
    public PaymentDialect Dialect { get; set; }

    /// <summary>How the application shows who it is.</summary>
    /// <value>ClientCertificate</value>
    public PaymentAuthentication Authentication { get; set; }

    /// <summary>Name and secret for OAuth 2.0 and Basic.</summary>
    [ValidateObjectMembers]
    public PaymentCredentialOptions Credentials { get; set; } = new();

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

    /// <summary>Where the application is reached by browsers, such as <c>https://dienst.example/</c>. Needed by the return page only.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>How long one call may take.</summary>
    /// <value>30 seconds; 1 second to 5 minutes</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after its pay page opened an unpaid attempt is given up, once a last look has confirmed that it is unpaid.</summary>
    /// <value>24 hours, longer than a pay page stays open; 1 minute to 90 days</value>
    public TimeSpan ExpireAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after its intent an attempt is given up of which the service never handed out the pay page, once a look has confirmed that it still
    /// does not. Set it no shorter than the service's own time-out.
    /// </summary>
    /// <value>24 hours; 1 minute to 90 days</value>
    public TimeSpan AbandonAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long after the payer was told how to transfer the money an attempt is given up. What comes later is for a clerk.</summary>
    /// <value>30 days; 1 day to 400 days</value>
    public TimeSpan TransferExpireAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long a paid attempt is still looked at, once a day, to see a return debit (Rücklastschrift).</summary>
    /// <value>none, since XBezahldienste 1.0.0 does not report it; none to 400 days</value>
    public TimeSpan WatchForReturnDebit { get; set; } = TimeSpan.Zero;

    /// <summary>For how long a failed, aborted, expired or abandoned attempt is still looked at, to see a late payment.</summary>
    /// <value>3 days; none to 90 days</value>
    public TimeSpan WatchForLatePayment { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Whether an answer must repeat amount, currency and key of the order it belongs to, so that they can be compared.</summary>
    /// <value>true; an answer without one of them is unreadable. Switch off only for a service that never repeats it.</value>
    public bool RequireEchoedOrder { get; set; } = true;

    /// <summary>The reconciler in the background.</summary>
    [ValidateObjectMembers]
    public PaymentReconcilerOptions Reconciler { get; set; } = new();
}
