using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>
/// Domains that publish the OpenPGP keys of their mailboxes (draft-koch-openpgp-webkey-service), and how long their answers count. A key from there is for encrypting only, to an address of that very
/// domain; it makes no signature valid.
/// </summary>
/// <remarks>Amtlich: Web Key Directory, Schlüsselverzeichnis.</remarks>
public sealed class WebKeyDirectoryOptions
{
    /// <summary>The domains whose word counts. Name only those whose operator may say who reads the mail: whoever holds the domain's web server chooses the keys.</summary>
    /// <value>Empty: nobody is asked.</value>
    [ValidateEnumeratedItems]
    public IList<WebKeyDomainOptions> Domains { get; set; } = [];

    /// <summary>The proxy of the administrative network. It is asked for the hosts of <see cref="Domains"/> alone.</summary>
    /// <value><see langword="null"/>: no proxy</value>
    public Uri? Proxy { get; set; }

    /// <summary>For one look-up: names, connection, redirects and content.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer is kept. The key in it is checked at each use all the same; one that is revoked meanwhile is used until then.</summary>
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
