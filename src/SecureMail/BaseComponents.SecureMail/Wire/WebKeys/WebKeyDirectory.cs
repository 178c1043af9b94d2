using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>
/// Fetches OpenPGP keys that domains publish. Only domains from the settings are asked: a key from there counts as much as the domain does, and an attacker's domain serves
/// the attacker's keys. What comes is octets that begin like a key; whether it is one, and for whom, is to be checked by whoever reads them.
/// </summary>
/// <param name="domains">The domains that are asked.</param>
/// <param name="answers">What is still known from before.</param>
internal sealed class WebKeyDirectory(IReadOnlyDictionary<string, WebKeyHost> domains, WebKeyCache answers)
{
    public bool Covers(string address) => domains.ContainsKey(MailAddressSyntax.DomainOf(address));

    /// <returns>The key, <see cref="WebKeyAnswer.Unknown"/>, or why nothing can be said; that is never "unknown".</returns>
    public async Task<WebKeyAnswer> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (!MailAddressSyntax.IsValid(address) || !domains.TryGetValue(MailAddressSyntax.DomainOf(address), out var host))
            return new WebKeyAnswer.Unknown();
        if (answers.Find(address) is { } known)
            return known;
        var answer = await FetchAsync(address, host, cancellationToken).ConfigureAwait(false);
        answers.Keep(address, answer);
        return answer;
    }

    private static async Task<WebKeyAnswer> FetchAsync(string address, WebKeyHost host, CancellationToken cancellationToken)
    {
        // The direct method is for domains that have no host for keys; where there is one, its word counts, and its silence too (section 3.1).
        WebKeyAnswer answer = new WebKeyAnswer.Unknown();
        foreach (var place in WebKeyAddress.Of(address, host.Server))
        {
            answer = WebKeyAnswer.Of(await host.Fetcher.GetAsync(place, cancellationToken).ConfigureAwait(false));
            if (answer is not WebKeyAnswer.Unavailable { Problem: FetchProblem.NameUnknown })
                break;
        }

        return answer;
    }
}
