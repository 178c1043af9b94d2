using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

internal static class RsaKeys
{
    /// <summary>The RSA key of a certificate that the policy has accepted for signing.</summary>
    public static RSA GetRSAPrivateKeyOrFail(this X509Certificate2 certificate) =>
        certificate.GetRSAPrivateKey() ?? throw Fault.Sender(CertificateFault.WeakKey);
}
