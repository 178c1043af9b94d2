using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>From the settings of one sender to its own directories, with a cache that nobody shares.</summary>
internal static class WebKeySetup
{
    // As much as GnuPG takes from such a directory.
    private const int MaxAnswer = 64 * 1024;

    public static WebKeyDirectory Directory(WebKeyDirectoryOptions options, TimeProvider clock) => new(
        options.Domains.ToDictionary(domain => domain.Domain!, domain => new WebKeyHost(new ForeignFetcher(Rules(domain, options), TimeProvider.System), domain.Server), StringComparer.OrdinalIgnoreCase),
        new WebKeyCache(options, clock));

    private static FetchRules Rules(WebKeyDomainOptions domain, WebKeyDirectoryOptions options)
    {
        var hosts = Hosts(domain);
        return new FetchRules
        {
            // Who names a server knows where it stands; where the name service says, the public network alone is meant, except behind a proxy, where we cannot look.
            TrustedHosts = domain.Server is not null || options.Proxy is not null ? hosts : new HashSet<string>(),
            Anchors = PemCertificates.ReadOptional(domain.TrustAnchorsPem),
            AnchoredHosts = hosts,
            Proxy = options.Proxy,
            MaxLength = MaxAnswer,
            Timeout = options.Timeout,
        };
    }

    private static HashSet<string> Hosts(WebKeyDomainOptions domain) => new(
        domain.Server is { } server ? [server.IdnHost] : [WebKeyAddress.AdvancedHost(domain.Domain!), domain.Domain!], StringComparer.OrdinalIgnoreCase);
}
