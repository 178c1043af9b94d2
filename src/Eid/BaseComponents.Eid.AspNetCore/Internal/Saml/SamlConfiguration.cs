using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.Metadata;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Settings as the parties of a log-in.</summary>
internal static class SamlConfiguration
{
    public static SamlServiceProvider ServiceProvider(string scheme, EidSamlOptions options) => new()
    {
        EntityId = options.EntityId!,
        AnswerAddress = new Uri(options.PublicAddress!, CallbackPath(scheme, options)),
        SigningCertificate = Load(options.SigningCertificate),
        DecryptionCertificates = [.. options.DecryptionCertificates.Select(Load)],
        SignatureAlgorithm = options.SignatureAlgorithm,
    };

    public static string CallbackPath(string scheme, EidSamlOptions options) => options.CallbackPath ?? $"/signin-{scheme.ToLowerInvariant()}";

    /// <exception cref="SamlMetadataException">The metadata cannot be used.</exception>
    public static SamlIdentityProvider IdentityProvider(SamlIdentityProviderOptions options, TimeProvider clock)
    {
        if (options.MetadataPath is not { Length: > 0 } path)
        {
            return new SamlIdentityProvider
            {
                EntityId = options.EntityId!,
                PostAddress = options.PostAddress,
                RedirectAddress = options.RedirectAddress,
                SigningCertificates = Certificates(options.CertificatesPem),
            };
        }

        var metadata = File.ReadAllBytes(path);
        return options.MetadataSha256 is { Length: > 0 } pin
            ? SamlMetadataReader.ReadPinned(metadata, pin, options.EntityId!, clock.GetUtcNow())
            : SamlMetadataReader.ReadSigned(metadata, Certificates(options.MetadataSignersPem), options.EntityId!, clock.GetUtcNow());
    }

    /// <exception cref="CertificateSourceException">It cannot be read, or there is no RSA key.</exception>
    public static X509Certificate2 Load(EidCertificateOptions options)
    {
        var certificate = options.Callback is { } callback ? callback() : CertificateSource.Load(new CertificateSettings
        {
            Pem = options.Pem,
            KeyPem = options.KeyPem,
            Path = options.Path,
            Password = options.Password,
            Thumbprint = options.Thumbprint,
        });
        using var key = certificate.GetRSAPrivateKey();
        return key is { KeySize: >= 2048 } ? certificate : throw new CertificateSourceException("The certificate needs an RSA key of at least 2048 bits.");
    }

    public static X509Certificate2[] Certificates(string? pem)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPem(pem ?? "");
        return [.. found];
    }
}
