using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>Writes the list of revoked certificates (RFC 5280 section 5), anew for everybody who asks.</summary>
internal sealed class RevocationListOffice(IssuedCertificates certificates, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    /// <param name="isExpired">One whose time was over yesterday.</param>
    public byte[] Write(bool isExpired)
    {
        var now = clock.GetUtcNow();
        var (from, until) = isExpired ? (now.AddDays(-8), now.AddDays(-1)) : (now.AddMinutes(-1), now + ValidFor);
        var list = new CertificateRevocationListBuilder();
        foreach (var number in certificates.Revoked)
            list.AddEntry(number.ToByteArray(isUnsigned: false, isBigEndian: true), now.AddDays(-9), X509RevocationReason.KeyCompromise);
        return list.Build(certificates.Root, new BigInteger(from.ToUnixTimeSeconds()), until, HashAlgorithmName.SHA256, null, from);
    }
}
