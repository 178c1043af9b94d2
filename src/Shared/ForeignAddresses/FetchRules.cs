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

    /// <summary>Octets of an answer.</summary>
    public int MaxLength { get; init; } = 1024 * 1024;

    /// <summary>For everything together: names, connections, redirects and the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public int MaxRedirects { get; init; } = 3;

    public bool Trusts(string host) => TrustedHosts.Contains(host);
}
