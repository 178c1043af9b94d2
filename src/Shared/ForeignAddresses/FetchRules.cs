using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>What may be fetched from an address that somebody else chose.</summary>
internal sealed record FetchRules
{
    /// <summary>Whether <c>http</c> will do: for what is signed itself, such as revocation lists.</summary>
    public bool AllowsHttp { get; init; }

    /// <summary>Hosts that may be called on wherever they stand and on any port: the configured ones of an administrative network.</summary>
    public IReadOnlySet<string> TrustedHosts { get; init; } = new HashSet<string>();

    /// <summary>The proxy of the administrative network. It resolves names where we cannot look, so behind it <see cref="TrustedHosts"/> alone are called on.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Roots for the TLS certificates of <see cref="AnchoredHosts"/>; if there are any, these alone are trusted there. They count nowhere else, and allow no place.</summary>
    public IReadOnlyCollection<X509Certificate2> Anchors { get; init; } = [];

    /// <summary>Configured hosts with roots of their own. All others, such as targets of redirects, need those of the operating system.</summary>
    public IReadOnlySet<string> AnchoredHosts { get; init; } = new HashSet<string>();

    /// <summary>Octets of an answer.</summary>
    public int MaxLength { get; init; } = 1024 * 1024;

    /// <summary>For everything together: names, connections, redirects and the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public int MaxRedirects { get; init; } = 3;

    public bool Trusts(string host) => TrustedHosts.Contains(host);

    public bool Anchored(string host) => Anchors.Count > 0 && AnchoredHosts.Contains(host);
}
