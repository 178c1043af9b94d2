using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>
/// Fetches OpenPGP keys that domains publish. Only domains from the settings are asked: a key from there counts as much as the domain does, and an attacker's domain serves
/// the attacker's keys. What comes is octets that begin like a key; whether it is one, and for whom, is to be checked by whoever reads them.
/// </summary>
/// <param name="fetcher">Bounded in length, time, redirects and places; only https.</param>
/// <param name="domains">The domains that are asked, in lower case.</param>
internal sealed class WebKeyDirectory(ForeignFetcher fetcher, IReadOnlySet<string> domains)
{
    /// <returns>The key, <see cref="WebKeyAnswer.Unknown"/>, or why nothing can be said; that is never "unknown".</returns>
    public async Task<WebKeyAnswer> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (!MailAddressSyntax.IsValid(address) || !domains.Contains(MailAddressSyntax.DomainOf(address)))
            return new WebKeyAnswer.Unknown();
        // The direct method is for domains that have no host for keys; where that host answers, its word counts (section 3.1).
        WebKeyAnswer answer = new WebKeyAnswer.Unknown();
        foreach (var place in WebKeyAddress.Of(address))
        {
            answer = WebKeyAnswer.Of(await fetcher.GetAsync(place, cancellationToken).ConfigureAwait(false));
            if (answer is not WebKeyAnswer.Unavailable { IsUnreachable: true })
                break;
        }

        return answer;
    }
}
