using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>A service, the eID server it asks, and an attacker with a key of the same kind.</summary>
internal static class ServerParties
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Service { get; } = Certificate("CN=\"Hundesteuer, Test\", O=Beispielstadt, C=DE");

    public static X509Certificate2 Server { get; } = Certificate("CN=eid-server");

    public static X509Certificate2 NextServer { get; } = Certificate("CN=eid-server-next");

    public static X509Certificate2 Attacker { get; } = Certificate("CN=eid-server");

    public static EidServerConnection Connection { get; } = new()
    {
        Address = new Uri("https://eid.example/soap?tenant=1"),
        SigningCertificate = Service,
        ServerCertificates = [Server, NextServer],
    };

    public static X509Certificate2 Certificate(string name, int keySize = 2048, int fromDays = -1, int toDays = 365)
    {
        using var key = RSA.Create(keySize);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddDays(fromDays), Now.AddDays(toDays));
    }

    public static X509Certificate2 CurveCertificate(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new CertificateRequest("CN=eid-server", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(365));
    }
}
