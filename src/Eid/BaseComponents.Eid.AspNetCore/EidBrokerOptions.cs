using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Settings of a log-in over an OpenID Connect broker. What has no default must be set.</summary>
public sealed class EidBrokerOptions
{
    /// <summary>Which kind of service this is.</summary>
    [Required]
    public EidEnvironment? Environment { get; set; }

    /// <summary>The broker's issuer address, exactly as it writes it in its tokens.</summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>Name of this application at the broker.</summary>
    [Required]
    public string? ClientId { get; set; }

    /// <summary>Secret of this application at the broker; needed unless <see cref="Client"/> proves itself with a key.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>How this application proves who it is, signs requests and opens what is encrypted.</summary>
    [ValidateObjectMembers]
    public EidBrokerClientOptions Client { get; set; } = new();

    /// <summary>What the broker's tokens must be, beyond signed.</summary>
    public EidBrokerTokenOptions Tokens { get; set; } = new();

    /// <summary>Which data count as verified (OpenID Identity Assurance).</summary>
    [ValidateObjectMembers]
    public EidBrokerVerifiedClaimsOptions VerifiedClaims { get; set; } = new();

    /// <summary>A log-in below this level does not succeed. What the broker calls <c>acr</c> is compared after the answer, whatever was asked for.</summary>
    [Required]
    public AssuranceLevel? MinimumLevel { get; set; }

    /// <summary>Levels to ask the broker for, in its own names, the preferred one first (<c>acr_values</c>).</summary>
    /// <value>Empty: none are sent.</value>
    public IList<string> AcrValues { get; } = [];

    /// <summary>The broker's own names of levels, beside those in <see cref="AssuranceLevels"/>.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, AssuranceLevel> AcrLevels { get; } = new Dictionary<string, AssuranceLevel>(StringComparer.Ordinal);

    /// <summary>Scopes to ask for beside <c>openid</c>.</summary>
    /// <value>Empty: nothing but the pseudonym is asked for.</value>
    public IList<string> Scopes { get; } = [];

    /// <summary>Single claims to ask for with the <c>claims</c> parameter (OpenID Connect Core, section 5.5).</summary>
    /// <value>Empty.</value>
    public IList<string> Claims { get; } = [];

    /// <summary>Whether the user's data are fetched from the broker's userinfo endpoint as well.</summary>
    /// <value><see langword="true"/></value>
    public bool UseUserInfo { get; set; } = true;

    /// <summary>Whether the request is pushed (RFC 9126).</summary>
    /// <value><see cref="AspNetCore.PushedAuthorization.WhereOffered"/></value>
    public PushedAuthorization PushedAuthorization { get; set; }

    /// <summary>How the broker's answer travels through the browser.</summary>
    /// <value><see cref="BrokerResponseMode.Query"/></value>
    public BrokerResponseMode ResponseMode { get; set; }

    /// <summary>Signature algorithms of ID tokens that are accepted. Symmetric ones and <c>none</c> cannot be named.</summary>
    /// <value>Empty: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.</value>
    public IList<string> SigningAlgorithms { get; } = [];

    /// <summary>Where the broker sends the browser back to.</summary>
    /// <value><see langword="null"/>: <c>/signin-</c> and the scheme's name in small letters.</value>
    public string? CallbackPath { get; set; }

    /// <summary>
    /// Page of the application that is shown when a log-in did not succeed; it is called with <c>?outcome=…&amp;returnUrl=…</c> and must not
    /// demand a log-in itself. Read the outcome with <see cref="EidLoginOutcomes.GetEidLoginOutcome"/>.
    /// </summary>
    [Required]
    public string? OutcomePath { get; set; }

    /// <summary>Path at which the broker tells that a user has logged out there (OpenID Connect Back-Channel Logout 1.0). Register it with the broker's operator; it must be reachable for the broker.</summary>
    /// <value><see langword="null"/>: sessions end here only.</value>
    public string? BackChannelLogoutPath { get; set; }

    /// <summary>How long a user may take.</summary>
    /// <value>15 minutes</value>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LoginTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>By how much the broker's clock may differ.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one call to the broker may take.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Roots that alone are trusted for the broker's TLS certificate, as PEM text.</summary>
    /// <value><see langword="null"/>: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>Proxy of the administrative network.</summary>
    /// <value><see langword="null"/>: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>Under which names the broker sends the user's data.</summary>
    /// <value>The names of OpenID Connect.</value>
    [ValidateObjectMembers]
    public EidBrokerClaimNames ClaimNames { get; set; } = new();

    /// <summary>The broker's names of log-in methods (values of the claim <see cref="EidBrokerClaimNames.Method"/>), each with the name it stands for, such as <c>eID</c>.</summary>
    /// <value>Empty: the broker's names are kept.</value>
    public IDictionary<string, string> MethodNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Address texts by which the broker says that there is no address.</summary>
    /// <value>Empty: every text is an address.</value>
    public IList<string> NoAddressTexts { get; } = [];

    /// <summary>Name of the cookie scheme that keeps the sessions of this log-in. Municipalities in one application each need their own, or the session of one is good at the other.</summary>
    /// <value><see langword="null"/>: the application's default.</value>
    public string? SignInScheme { get; set; }

    /// <summary>Other sites that a log-in may lead back to, each as scheme, host and port, such as <c>https://formulare.stadt.example</c>.</summary>
    /// <value>Empty: addresses of this application only.</value>
    public IList<string> AllowedReturnOrigins { get; } = [];
}
