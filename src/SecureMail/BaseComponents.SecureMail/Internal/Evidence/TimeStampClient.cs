using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Internal.TimeStamps;
using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Asks the configured service for a time stamp over a hash, and believes the answer only when everything about it is right.</summary>
internal sealed class TimeStampClient(TimeStampServiceOptions options, TimeStampPolicy policy, TimeProvider clock) : IDisposable
{
    private const string Query = "application/timestamp-query";
    private const int MaxAnswer = 128 * 1024;
    private readonly ForeignFetcher _fetcher = new(
        new FetchRules
        {
            // The answer is signed, and the question is a hash: services are published over http for that reason.
            AllowsHttp = true,
            TrustedHosts = new HashSet<string>([options.Address!.IdnHost], StringComparer.OrdinalIgnoreCase),
            Proxy = options.Proxy,
            MaxLength = MaxAnswer,
            Timeout = options.Timeout,
        },
        TimeProvider.System);

    public async Task<StampResult> StampAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var name = EvidenceHashes.NameOf(options.Hash);
        var request = Rfc3161TimestampRequest.CreateFromHash(hash, name, options.Policy is { } oid ? new Oid(oid) : null, Nonce(), requestSignerCertificates: true);
        if (await _fetcher.PostAsync(options.Address!, request.Encode(), Query, cancellationToken).ConfigureAwait(false) is not FetchOutcome.Fetched answer)
            return new StampResult(EvidenceProblem.Unreachable);
        var (token, problem) = TimeStampReply.Read(request, answer.Content);
        if (token is null)
            return new StampResult(problem);
        return await policy.TrustAsync(token, (algorithm) => algorithm == name ? hash : null, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is { } trusted
            ? new StampResult(null) { Token = token, Time = trusted.Time, CertificatesPem = trusted.CertificatesPem, RevocationPem = RevocationPem.Join(trusted.Proofs) }
            : new StampResult(EvidenceProblem.Untrusted);
    }

    public void Dispose() => _fetcher.Dispose();

    // A positive number without leading zeroes, so that every encoding of it is the same.
    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(16);
        nonce[0] = (byte)((nonce[0] & 0x3F) | 0x40);
        return nonce;
    }
}
