using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>Certificates with a chosen end, with their key, as PEM text.</summary>
internal static class DoctorCertificates
{
    public static string Rsa(DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=doctor.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
    }

    public static string EndsIn(double days) => Rsa(DateTimeOffset.UtcNow.AddDays(-100), DateTimeOffset.UtcNow.AddDays(days));

    /// <summary>For a server on 127.0.0.1 that is its own root.</summary>
    public static X509Certificate2 Server(double days = 90)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(days));
    }
}
