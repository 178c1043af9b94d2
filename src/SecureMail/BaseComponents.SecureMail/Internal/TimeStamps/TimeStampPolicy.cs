using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Wire.Cms;

namespace BaseComponents.SecureMail.Internal.TimeStamps;

/// <summary>
/// Whose time stamps are believed: those with a certificate for this purpose alone (RFC 3161 section 2.3) that leads to an anchor that was configured for time stamps, good at the time of
/// reception, and not in the future.
/// </summary>
internal sealed class TimeStampPolicy(IReadOnlyCollection<X509Certificate2> anchors, RevocationRules revocation, TimeProvider clock)
{
    private const string Purpose = "1.3.6.1.5.5.7.3.8";

    /// <param name="token">The stamp, or null.</param>
    /// <param name="signature">The value it must be over.</param>
    /// <param name="receivedAt">When its certificate must be valid.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>When the signature was there, or null where nobody who is believed says so.</returns>
    public async Task<DateTimeOffset?> TimeOfAsync(byte[]? token, byte[] signature, DateTimeOffset receivedAt, CancellationToken cancellationToken) => token is null
        ? null
        : (await TrustAsync(token, algorithm => CryptographicOperations.HashData(algorithm, signature), receivedAt, cancellationToken).ConfigureAwait(false))?.Time;

    /// <param name="token">The stamp.</param>
    /// <param name="hashOf">The hash that it must be over, by the algorithm that it names; null where that one will not do.</param>
    /// <param name="receivedAt">When its certificate must be valid.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null where nobody who is believed says so.</returns>
    public async Task<TrustedStamp?> TrustAsync(byte[] token, Func<HashAlgorithmName, byte[]?> hashOf, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (anchors.Count == 0 || TimeStamp.Read(token, hashOf) is not { } stamp || stamp.Time > clock.GetUtcNow() + ClockSkew.Allowed)
            return null;
        using var path = PathOf(stamp, receivedAt);
        if (path is null)
            return null;
        var judgement = await revocation.JudgeAsync(path, MailUse.Verify, cancellationToken).ConfigureAwait(false);
        return judgement.Fault is CertificateFault.None
            ? new TrustedStamp(stamp.Time, string.Join('\n', path.Certificates.Select(certificate => certificate.ExportCertificatePem())) + "\n", judgement.Proofs)
            : null;
    }

    private CertificatePath? PathOf(TimeStamp stamp, DateTimeOffset receivedAt)
    {
        try
        {
            return IsForTimeStamps(stamp.Certificate) && KeyStrength.IsEnoughToSign(stamp.Certificate)
                ? CertificateChain.Find(stamp.Certificate, anchors, stamp.Certificates, Purpose, receivedAt)
                : null;
        }
        catch (CryptographicException)
        {
            // The framework reads the fields of a stranger's certificate lazily and fails on nonsense.
            return null;
        }
    }

    private static bool IsForTimeStamps(X509Certificate2 certificate) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList()
        is [{ Critical: true } usage] && usage.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value).SequenceEqual([Purpose]);
}
