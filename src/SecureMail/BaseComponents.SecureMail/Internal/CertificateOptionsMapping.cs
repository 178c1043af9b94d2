using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

internal static class CertificateOptionsMapping
{
    public static CertificateSource ToSource(this CertificateOptions options) => new(new CertificateSettings
    {
        Pem = options.Pem,
        KeyPem = options.KeyPem,
        Path = options.Path,
        Password = options.Password,
        Thumbprint = options.Thumbprint,
        Callback = options.Callback,
    });
}
