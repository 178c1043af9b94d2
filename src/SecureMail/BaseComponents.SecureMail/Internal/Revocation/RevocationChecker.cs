using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>
/// Looks up whether certificates are revoked: first in the lists that the application brought along (networks without internet), then at the responder, then in the list
/// that the certificate names. Whoever says "revoked" is believed; "good" counts only from whom it may come.
/// </summary>
internal sealed class RevocationChecker(ForeignFetcher fetcher, RevocationBundle bundle, TimeProvider clock)
{
    private const string OcspRequest = "application/ocsp-request";
    private readonly RevocationCache<OcspAnswer> _answers = new(clock);
    private readonly RevocationCache<RevocationList> _lists = new(clock);

    /// <summary>The worst of all certificates on the way to the anchor, which nobody can revoke.</summary>
    /// <param name="chain">From the certificate to the anchor, each followed by its issuer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<RevocationState> CheckAsync(IReadOnlyList<X509Certificate2> chain, CancellationToken cancellationToken)
    {
        var worst = RevocationState.Good;
        foreach (var (certificate, issuer) in chain.Zip(chain.Skip(1)))
        {
            var state = await CheckAsync(certificate, issuer, cancellationToken).ConfigureAwait(false);
            if (state is RevocationState.Revoked)
                return state;
            worst = state is RevocationState.Unknown ? state : worst;
        }

        return worst;
    }

    private async Task<RevocationState> CheckAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var look in (Func<Task<RevocationState>>[])[
            () => Task.FromResult(InBundle(certificate, issuer)),
            () => AskRespondersAsync(certificate, issuer, cancellationToken),
            () => LookInListsAsync(certificate, issuer, cancellationToken)])
        {
            if (await look().ConfigureAwait(false) is not RevocationState.Unknown and var state)
                return state;
        }

        return RevocationState.Unknown;
    }

    private static string Name(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private RevocationState InBundle(X509Certificate2 certificate, X509Certificate2 issuer) =>
        bundle.Of(issuer, clock.GetUtcNow()).Select(list => list.StateOf(certificate)).Append(RevocationState.Unknown).Max();

    private async Task<RevocationState> AskRespondersAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var address in RevocationAddresses.Responders(certificate))
        {
            var answer = await _answers.GetAsync($"{address} {Name(certificate)} {Name(issuer)}", () => AskAsync(address, certificate, issuer), cancellationToken).ConfigureAwait(false);
            if (answer is { State: not RevocationState.Unknown })
                return answer.State;
        }

        return RevocationState.Unknown;
    }

    private async Task<(OcspAnswer, DateTimeOffset)?> AskAsync(Uri address, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var question = new OcspQuestion(certificate, issuer);
        if (await fetcher.PostAsync(address, question.Encoded, OcspRequest).ConfigureAwait(false) is not FetchOutcome.Fetched fetched)
            return null;
        var now = clock.GetUtcNow();
        return OcspAnswer.Read(fetched.Content, question, issuer, now) is { } answer ? (answer, answer.NextUpdate ?? now) : null;
    }

    private async Task<RevocationState> LookInListsAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var address in RevocationAddresses.Lists(certificate))
        {
            var list = await _lists.GetAsync($"{address} {Name(issuer)}", () => FetchAsync(address, issuer), cancellationToken).ConfigureAwait(false);
            if (list?.StateOf(certificate) is { } state and not RevocationState.Unknown)
                return state;
        }

        return RevocationState.Unknown;
    }

    private async Task<(RevocationList, DateTimeOffset)?> FetchAsync(Uri address, X509Certificate2 issuer) =>
        await fetcher.GetAsync(address).ConfigureAwait(false) is FetchOutcome.Fetched fetched && RevocationList.Read(fetched.Content, issuer, clock.GetUtcNow()) is { } list
            ? (list, list.NextUpdate)
            : null;
}
