using System.ComponentModel.DataAnnotations;
using BaseComponents.Eid.EidServer;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Settings of the log-in with the identity card over an eID-Server. What has no default must be set.</summary>
/// <remarks>Online-Ausweisfunktion; BSI TR-03130 towards the server, TR-03124 towards the AusweisApp.</remarks>
public sealed class EidServerOptions
{
    /// <summary>Which kind of service this is.</summary>
    [Required]
    public EidEnvironment? Environment { get; set; }

    /// <summary>Where browsers and the AusweisApp reach this application, without path; https outside the Sandbox. It must be the address that stands in the authorisation certificate.</summary>
    /// <remarks>subjectURL der Zertifikatsbeschreibung des Berechtigungszertifikats (TR-03124-1, section 2.4.5.1)</remarks>
    [Required]
    public Uri? PublicAddress { get; set; }

    /// <summary>First path of this log-in, from the root of the host on: where the application lives below a path base, it begins with that. Below it lie <c>/launch</c>, <c>/tctoken</c>, <c>/refresh</c> and <c>/status.js</c>.</summary>
    /// <value><see langword="null"/>: <c>/signin-</c> and the scheme's name in small letters.</value>
    public string? CallbackPath { get; set; }

    /// <summary>The eID-Server's SOAP endpoint. The operator names it.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>Certificate this application shows to the eID-Server in TLS.</summary>
    [Required]
    public EidCertificateOptions TlsCertificate { get; set; } = new();

    /// <summary>Signs what is sent to the eID-Server; RSA from 2048 bits on.</summary>
    [Required]
    public EidCertificateOptions SigningCertificate { get; set; } = new();

    /// <summary>The certificates with which the eID-Server signs, as PEM text: one, or two while its operator changes them.</summary>
    [Required]
    public string? ServerCertificatesPem { get; set; }

    /// <summary>Roots that alone are trusted for the eID-Server's TLS certificate, as PEM text.</summary>
    /// <value><see langword="null"/>: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>Proxy of the administrative network.</summary>
    /// <value><see langword="null"/>: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>Where the AusweisApp listens on the computer that shows the page.</summary>
    /// <value><c>http://127.0.0.1:24727/eID-Client</c></value>
    [Required]
    public Uri? ClientAddress { get; set; } = new("http://127.0.0.1:24727/eID-Client");

    /// <summary>What opens the AusweisApp on the phone or tablet that shows the page.</summary>
    /// <value><c>eid://127.0.0.1:24727/eID-Client</c></value>
    [Required]
    public Uri? MobileClientAddress { get; set; } = new("eid://127.0.0.1:24727/eID-Client");

    /// <summary>Data without which a log-in does not succeed, by their names in TR-03130, such as <c>GivenNames</c>.</summary>
    /// <value>Empty.</value>
    public IList<string> RequiredAttributes { get; } = [];

    /// <summary>Data that the citizen may refuse, by their names in TR-03130.</summary>
    /// <value>Empty.</value>
    public IList<string> OptionalAttributes { get; } = [];

    /// <summary>Age that is asked about with the attribute <c>AgeVerification</c>, in years.</summary>
    /// <value><see langword="null"/>: no age.</value>
    [Range(1, 130)]
    public int? MinimumAge { get; set; }

    /// <summary>Place of residence that is asked about with the attribute <c>PlaceVerification</c>: digits as in TR-03130, such as <c>027614</c> for Saxony.</summary>
    /// <value><see langword="null"/>: no place.</value>
    public string? CommunityId { get; set; }

    /// <summary>What the log-in is for, in one sentence; the AusweisApp shows it beside the provider's name.</summary>
    /// <value><see langword="null"/>: nothing is shown.</value>
    [StringLength(500)]
    public string? TransactionInfo { get; set; }

    /// <summary>A log-in below this level does not succeed. A single challenge may demand more.</summary>
    [Required]
    public AssuranceLevel? MinimumLevel { get; set; }

    /// <summary>Page of the application for log-ins that did not succeed; it must not demand a log-in itself.</summary>
    [Required]
    public string? OutcomePath { get; set; }

    /// <summary>Page of the application that leads to the AusweisApp; it reads what to show with <see cref="EidServerLaunchExtensions.GetEidServerLaunch"/> and must not demand a log-in.</summary>
    /// <value><see langword="null"/>: a plain page of this package.</value>
    public string? LaunchPath { get; set; }

    /// <summary>How long a citizen may take.</summary>
    /// <value>15 minutes</value>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LoginTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the eID-Server is asked for a result once the browser is back.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan ResultDeadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait between two questions for the result.</summary>
    /// <value>1 second</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call to the eID-Server may take.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>By how much the eID-Server's clock may differ.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Where the AusweisApp reaches the eID-Server, for servers that do not say so for each session.</summary>
    /// <value><see langword="null"/>: the server says it.</value>
    /// <remarks>eCardServerAddress (TR-03130), ServerAddress (TR-03124)</remarks>
    public Uri? ClientServerAddress { get; set; }

    /// <summary>Who issues the pseudonyms: never changes, even where the eID-Server moves to another address.</summary>
    /// <value><see langword="null"/>: <see cref="Address"/>.</value>
    /// <remarks>Terminal-Sektor (TR-03110)</remarks>
    public string? PseudonymIssuer { get; set; }

    /// <summary>The schema of the guideline that the eID-Server takes requests by. Before 2.4 there is no <see cref="TransactionInfo"/>; before 2.3 no level is asked for, only compared.</summary>
    /// <value><see cref="EidServerVersion.From24"/></value>
    /// <remarks>BSI TR-03130-1</remarks>
    [EnumDataType(typeof(EidServerVersion))]
    public EidServerVersion ServerVersion { get; set; }

    /// <summary>The level of a log-in about which an old eID-Server states neither level nor kind of eID.</summary>
    /// <value><see cref="AssuranceLevel.Unknown"/>, which meets no demand.</value>
    public AssuranceLevel LevelWhenUnstated { get; set; }

    /// <summary>SHA-256 of the TLS certificates that the description of the authorisation certificate lists, in hexadecimal digits. Health checks compare them with what the host of <see cref="PublicAddress"/> shows.</summary>
    /// <value>Empty: nothing is compared.</value>
    /// <remarks>commCertificates der Zertifikatsbeschreibung</remarks>
    public IList<string> CommunicationCertificatesSha256 { get; } = [];

    /// <summary>
    /// Further https addresses that the AusweisApp speaks to during a log-in, by scheme, host and port, such as where it reaches the eID-Server. Health checks compare their TLS certificates with
    /// <see cref="CommunicationCertificatesSha256"/> too.
    /// </summary>
    /// <value>Empty: <see cref="PublicAddress"/> and, where it is set, <see cref="ClientServerAddress"/>.</value>
    /// <remarks>TR-03124-1, section 2.4.5.1. The operator names the address; it need not be that of <see cref="Address"/>.</remarks>
    public IList<Uri> CommunicationAddresses { get; } = [];

    /// <summary>How many log-ins may be started.</summary>
    [Required]
    [ValidateObjectMembers]
    public EidServerStartLimits Starts { get; set; } = new();

    /// <summary>Name of the cookie scheme that keeps the sessions of this log-in. Municipalities in one application each need their own, or the session of one is good at the other.</summary>
    /// <value><see langword="null"/>: the application's default.</value>
    public string? SignInScheme { get; set; }

    /// <summary>Other sites that a log-in may lead back to, each as scheme, host and port, such as <c>https://formulare.stadt.example</c>.</summary>
    /// <value>Empty: addresses of this application only.</value>
    public IList<string> AllowedReturnOrigins { get; } = [];
}
