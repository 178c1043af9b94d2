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
    public async Task<RevocationFinding> CheckAsync(IReadOnlyList<X509Certificate2> chain, CancellationToken cancellationToken)
    {
        var all = new RevocationFinding(RevocationState.Good, []);
        foreach (var (certificate, issuer) in chain.Zip(chain.Skip(1)))
        {
            all = all.And(await CheckAsync(certificate, issuer, cancellationToken).ConfigureAwait(false));
            if (all.State is RevocationState.Revoked)
                break;
        }

        return all;
    }

    private async Task<RevocationFinding> CheckAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var look in (Func<Task<RevocationFinding>>[])[
            () => Task.FromResult(InBundle(certificate, issuer)),
            () => AskRespondersAsync(certificate, issuer, cancellationToken),
            () => LookInListsAsync(certificate, issuer, cancellationToken)])
        {
            if (await look().ConfigureAwait(false) is { State: not RevocationState.Unknown } finding)
                return finding;
        }

        return RevocationFinding.Unknown;
    }

    private static string Name(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private RevocationFinding InBundle(X509Certificate2 certificate, X509Certificate2 issuer) =>
        bundle.Of(issuer, clock.GetUtcNow()).Select(list => list.Of(certificate)).Append(RevocationFinding.Unknown).MaxBy(static finding => finding.State);

    private async Task<RevocationFinding> AskRespondersAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var address in RevocationAddresses.Responders(certificate))
        {
            var answer = await _answers.GetAsync($"{address} {Name(certificate)} {Name(issuer)}", () => AskAsync(address, certificate, issuer), cancellationToken).ConfigureAwait(false);
            if (answer is { State: not RevocationState.Unknown })
                return RevocationFinding.By(answer, answer.State);
        }

        return RevocationFinding.Unknown;
    }

    private async Task<(OcspAnswer, DateTimeOffset)?> AskAsync(Uri address, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var question = new OcspQuestion(certificate, issuer);
        if (await fetcher.PostAsync(address, question.Encoded, OcspRequest).ConfigureAwait(false) is not FetchOutcome.Fetched fetched)
            return null;
        var now = clock.GetUtcNow();
        return OcspAnswer.Read(fetched.Content, question, issuer, now) is { } answer ? (answer, answer.NextUpdate ?? now) : null;
    }

    private async Task<RevocationFinding> LookInListsAsync(X509Certificate2 certificate, X509Certificate2 issuer, CancellationToken cancellationToken)
    {
        foreach (var address in RevocationAddresses.Lists(certificate))
        {
            var list = await _lists.GetAsync($"{address} {Name(issuer)}", () => FetchAsync(address, issuer), cancellationToken).ConfigureAwait(false);
            if (list?.Of(certificate) is { State: not RevocationState.Unknown } finding)
                return finding;
        }

        return RevocationFinding.Unknown;
    }

    private async Task<(RevocationList, DateTimeOffset)?> FetchAsync(Uri address, X509Certificate2 issuer) =>
        await fetcher.GetAsync(address).ConfigureAwait(false) is FetchOutcome.Fetched fetched && RevocationList.Read(fetched.Content, issuer, clock.GetUtcNow()) is { } list
            ? (list, list.NextUpdate)
            : null;
}
