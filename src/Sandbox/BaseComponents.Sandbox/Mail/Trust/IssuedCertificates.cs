using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>Which mail certificates the authority has issued, and which of them it has revoked.</summary>
internal sealed class IssuedCertificates
{
    private readonly HashSet<BigInteger> _issued;
    private readonly HashSet<BigInteger> _revoked;

    public IssuedCertificates(SandboxAuthority authority, MailKeys keys)
    {
        Root = authority.Root;
        var mailboxes = keys.Certificates.Values.Append(keys.Sender.CertificatePem).Select(NumberOf);
        _issued = [.. mailboxes];
        _revoked = [NumberOf(keys.Certificates[SandboxMailboxes.RevokedCertificate])];
    }

    /// <summary>The issuer of them all, with its key.</summary>
    public X509Certificate2 Root { get; }

    public IEnumerable<BigInteger> Revoked => _revoked;

    public bool IsIssued(BigInteger number) => _issued.Contains(number);

    public bool IsRevoked(BigInteger number) => _revoked.Contains(number);

    private static BigInteger NumberOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true);
    }
}
