using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>
/// Whether certificates have been revoked (RFC 5280 lists, RFC 6960 responders), for each use. Only a certificate that leads to a configured anchor is looked up, so that a stranger's
/// mail makes this process call on nobody.
/// </summary>
/// <remarks>Amtlich: Sperrprüfung, Sperrliste.</remarks>
public sealed class RevocationOptions
{
    /// <summary>Before a mail is encrypted for a recipient.</summary>
    /// <value><see cref="RevocationPolicy.Soft"/>: a responder that is out of order does not keep a citizen's application from its office.</value>
    public RevocationPolicy Recipients { get; set; }

    /// <summary>Before a received signature is called valid.</summary>
    /// <value><see cref="RevocationPolicy.Soft"/>: the verdict says that it is unknown.</value>
    public RevocationPolicy Signers { get; set; }

    /// <summary>Before a mail is signed with the own certificate.</summary>
    /// <value><see cref="RevocationPolicy.Soft"/></value>
    public RevocationPolicy Sender { get; set; }

    /// <summary>
    /// Files with revocation lists, DER or PEM, for networks without internet. They are asked before anybody else and read again when they change; a list counts until its own end.
    /// </summary>
    /// <value>Empty</value>
    public IList<string> ListPaths { get; set; } = [];

    /// <summary>The same, set in code: each item is a list in DER, or any number of them in PEM form.</summary>
    /// <value>Empty</value>
    public IList<byte[]> Lists { get; set; } = [];

    /// <summary>Hosts (names or addresses) that lists and responders may be fetched from wherever they stand and on any port: those inside the administrative network.</summary>
    /// <value>Empty: public addresses and the ports 80 and 443 alone.</value>
    public IList<string> TrustedHosts { get; set; } = [];

    /// <summary>The proxy of the administrative network. Behind it <see cref="TrustedHosts"/> alone are called on, since it resolves names where we cannot look.</summary>
    /// <value><see langword="null"/>: no proxy</value>
    public Uri? Proxy { get; set; }

    /// <summary>For one list or answer: names, connection, redirects and content.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Size of a fetched list in bytes.</summary>
    /// <value>10 000 000</value>
    [Range(10_000, 200_000_000)]
    public int MaxListSize { get; set; } = 10_000_000;
}
