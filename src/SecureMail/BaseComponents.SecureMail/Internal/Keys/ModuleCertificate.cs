using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>
/// A certificate whose key stays where it is. The platform would take the key out to tie it to the certificate (CopyWithPrivateKey exports any key that is not its own), so
/// the two are kept side by side.
/// </summary>
internal sealed class ModuleCertificate(X509Certificate2 certificate, Func<AsymmetricAlgorithm> key) : X509Certificate2(certificate)
{
    public AsymmetricAlgorithm Key => key();
}
