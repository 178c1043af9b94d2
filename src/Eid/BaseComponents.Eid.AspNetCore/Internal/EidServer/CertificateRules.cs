using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What is wrong with the certificates. They are loaded: one that cannot be used stops the start, not the first citizen.</summary>
internal static class CertificateRules
{
    private const int MostServerCertificates = 2;

    public static IEnumerable<string> Failures(string section, EidServerOptions options)
    {
        string?[] found =
        [
            Failure($"{section}:TlsCertificate", options, () => [EidServerSettings.Source(options.TlsCertificate).Get()]),
            Failure($"{section}:SigningCertificate", options, () => [Signing(options)]),
            options.ServerCertificatesPem is null ? null : Failure($"{section}:ServerCertificatesPem", options, () => Server(options)),
            Failure($"{section}:TrustAnchorsPem", options, () => [.. HttpDefaults.TrustAnchors(options.TrustAnchorsPem)]),
        ];
        return found.OfType<string>();
    }

    private static string? Failure(string setting, EidServerOptions options, Func<X509Certificate2[]> load)
    {
        try
        {
            return options.Environment is EidEnvironment.Production && load().Any(SandboxGuard.IsOfSandbox)
                ? $"{setting}: a certificate of the Sandbox is refused in Production."
                : Loaded(load);
        }
        catch (CertificateSourceException exception)
        {
            return $"{setting}: {exception.Message}";
        }
    }

    private static string? Loaded(Func<X509Certificate2[]> load)
    {
        load();
        return null;
    }

    private static X509Certificate2 Signing(EidServerOptions options) => EidServerSettings.Source(options.SigningCertificate).Get() is var certificate && EidServerSettings.IsStrong(certificate)
        ? certificate
        : throw new CertificateSourceException("The certificate needs an RSA key of at least 2048 bits.");

    private static X509Certificate2[] Server(EidServerOptions options) => EidServerSettings.ServerCertificates(options.ServerCertificatesPem) is { Length: <= MostServerCertificates } certificates
        ? certificates
        : throw new CertificateSourceException("One certificate of the eID-Server, or two while its operator changes them; a certificate authority does not belong here.");
}
