using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>From the settings of one sender to its own rules, with a cache that nobody shares.</summary>
internal static class RevocationSetup
{
    public static RevocationRules Rules(RevocationOptions options, TimeProvider clock)
    {
        var fetcher = new ForeignFetcher(
            new FetchRules
            {
                // Lists and answers are signed themselves, and are published over http for that reason.
                AllowsHttp = true,
                TrustedHosts = new HashSet<string>(options.TrustedHosts, StringComparer.OrdinalIgnoreCase),
                Proxy = options.Proxy,
                MaxLength = options.MaxListSize,
                Timeout = options.Timeout,
            },
            TimeProvider.System);
        return new RevocationRules(options, new RevocationChecker(fetcher, new RevocationBundle(options.Lists, options.ListPaths), clock), clock);
    }
}
