using System.ComponentModel.DataAnnotations;
using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>What every log-in over SAML needs. What has no default must be set.</summary>
public abstract class EidSamlOptions
{
    /// <summary>Which kind of service this is.</summary>
    [Required]
    public EidEnvironment? Environment { get; set; }

    /// <summary>Name of this application at the identity provider: an https address without port. Its host belongs to the municipality and never changes.</summary>
    [Required]
    public string? EntityId { get; set; }

    /// <summary>Where browsers reach this application, without path; https outside the Sandbox. The address for answers is made from it, never from what a request says.</summary>
    [Required]
    public Uri? PublicAddress { get; set; }

    /// <summary>Path that answers are posted to, from the root of the host on: where the application lives below a path base, it begins with that. Register it at the identity provider.</summary>
    /// <value><see langword="null"/>: <c>/signin-</c> and the scheme's name in small letters.</value>
    public string? CallbackPath { get; set; }

    /// <summary>Who is asked.</summary>
    [Required]
    [ValidateObjectMembers]
    public SamlIdentityProviderOptions IdentityProvider { get; set; } = new();

    /// <summary>Signs requests.</summary>
    [Required]
    public EidCertificateOptions SigningCertificate { get; set; } = new();

    /// <summary>Open encrypted answers; during a change of keys the new one stands beside the old one.</summary>
    public IList<EidCertificateOptions> DecryptionCertificates { get; } = [];

    /// <summary>With what requests are signed.</summary>
    /// <value><see cref="SamlSignatureAlgorithm.RsaPssSha256"/></value>
    public SamlSignatureAlgorithm SignatureAlgorithm { get; set; }

    /// <summary>How requests travel.</summary>
    /// <value><see cref="SamlBinding.Post"/></value>
    public SamlBinding Binding { get; set; }

    /// <summary>A log-in below this level does not succeed. A single challenge may demand more.</summary>
    [Required]
    public AssuranceLevel? MinimumLevel { get; set; }

    /// <summary>Page of the application for log-ins that did not succeed; it must not demand a log-in itself.</summary>
    [Required]
    public string? OutcomePath { get; set; }

    /// <summary>How long a user may take.</summary>
    /// <value>15 minutes</value>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LoginTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>By how much the identity provider's clock may differ.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Accepts answers encrypted with AES-CBC where the response is signed. Each use is logged.</summary>
    /// <value><see langword="false"/></value>
    public bool AllowLegacyEncryption { get; set; }

    /// <summary>How many answers are checked at the same time. Checking is work of the processor alone: many more than it has cores make nothing faster.</summary>
    /// <value>Twice the number of processors, at least 4.</value>
    [Range(1, 1000)]
    public int MaxConcurrentAnswers { get; set; } = Math.Max(4, 2 * System.Environment.ProcessorCount);

    /// <summary>How many more answers wait for their turn, at most five seconds. Others are turned away with status 503 and <c>Retry-After</c>; their log-ins go on when the browser sends the answer again.</summary>
    /// <value>100</value>
    [Range(0, 10_000)]
    public int MaxWaitingAnswers { get; set; } = 100;

    /// <summary>Codes of warnings about these settings that are meant so, such as <c>lint-hides-guest-login</c>; they are not logged.</summary>
    /// <value>Empty: every warning is logged once.</value>
    public IList<string> AcceptedWarnings { get; } = [];

    /// <summary>Name of the cookie scheme that keeps the sessions of this log-in. Municipalities in one application each need their own, or the session of one is good at the other.</summary>
    /// <value><see langword="null"/>: the application's default.</value>
    public string? SignInScheme { get; set; }

    /// <summary>Other sites that a log-in may lead back to, each as scheme, host and port, such as <c>https://formulare.stadt.example</c>.</summary>
    /// <value>Empty: addresses of this application only.</value>
    public IList<string> AllowedReturnOrigins { get; } = [];
}
