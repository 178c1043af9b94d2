using System.Security.Cryptography;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal;

internal static class CertificateOptionsMapping
{
    /// <summary>Whether any place is named. Nothing at all is a decision; half of something is a mistake.</summary>
    public static bool IsSet(this CertificateOptions options) =>
        options is not { Pem: null, KeyPem: null, Path: null, Password: null, Thumbprint: null, Callback: null, KeyCallback: null };

    public static CertificateSource ToSource(this CertificateOptions options)
    {
        if (options.KeyCallback is { } key)
            return InModule(options.Pem, key);
        return EdwardsSource.Find(options) is { } edwards ? new CertificateSource(new CertificateSettings { Callback = edwards }) : InPlatform(options);
    }

    private static CertificateSource InPlatform(CertificateOptions options) => new(new CertificateSettings
    {
        Pem = options.Pem,
        KeyPem = options.KeyPem,
        Path = options.Path,
        Password = options.Password,
        Thumbprint = options.Thumbprint,
        Callback = options.Callback,
    });

    private static CertificateSource InModule(string? pem, Func<AsymmetricAlgorithm> key)
    {
        var certificate = new Lazy<ModuleCertificate>(() => new ModuleCertificate(PemCertificates.Read(pem)[0], key));
        return new CertificateSource(new CertificateSettings { Callback = () => certificate.Value });
    }
}
