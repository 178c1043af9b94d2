using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail.Ldap;

/// <summary>A directory of certificates, and how long its answers count.</summary>
/// <remarks>Amtlich: Verzeichnisdienst der Verwaltungs-PKI.</remarks>
public sealed class LdapDirectoryOptions
{
    /// <summary>
    /// The servers, each holding the same: <c>ldaps://directory.example</c> begins with TLS (port 636), <c>ldap://directory.example</c> with StartTLS (port 389), which is
    /// required. There is no setting without TLS. The next one is asked when one does not answer.
    /// </summary>
    [Required, MinLength(1)]
    public IList<string> Servers { get; set; } = [];

    /// <summary>Name of the entry below which is searched, such as <c>o=Freistaat Sachsen,c=DE</c>.</summary>
    [Required(AllowEmptyStrings = true)]
    public string? BaseDn { get; set; }

    /// <summary>Name of the entry that logs in.</summary>
    /// <value><see langword="null"/>: nobody logs in.</value>
    public string? User { get; set; }

    /// <summary>Password of <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>Roots for the servers' TLS certificates in PEM form; if set, these alone are trusted.</summary>
    /// <value><see langword="null"/>: the roots of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>How long one server may take for everything together.</summary>
    /// <value>5 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Entries that one address may have; more are a fault.</summary>
    /// <value>20</value>
    [Range(1, 1000)]
    public int MaxEntries { get; set; } = 20;

    /// <summary>Certificates that are taken from one answer.</summary>
    /// <value>50</value>
    [Range(1, 100)]
    public int MaxCertificates { get; set; } = 50;

    /// <summary>Size of an answer in bytes.</summary>
    /// <value>1 000 000</value>
    [Range(10_000, 20_000_000)]
    public int MaxAnswerSize { get; set; } = 1_000_000;

    /// <summary>How long an answer is kept. The certificates in it are checked at each use all the same.</summary>
    /// <value>One hour</value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long it is kept that an address is unknown.</summary>
    /// <value>One minute</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepUnknownFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Addresses whose answers are kept; the oldest make room.</summary>
    /// <value>1000</value>
    [Range(0, 100_000)]
    public int MaxKept { get; set; } = 1000;
}
