using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>From a certificate to the anchor, each followed by its issuer.</summary>
internal sealed class CertificatePath(IReadOnlyList<X509Certificate2> certificates) : IDisposable
{
    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    public void Dispose()
    {
        foreach (var certificate in certificates)
            certificate.Dispose();
    }
}
