using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>The keys of service and server: one pair for TLS under a root of its own, one pair for messages.</summary>
internal sealed class EidPeerKeys : IDisposable
{
    public const string Password = "changeit";

    public EidPeerKeys()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test root, O=Beispielstadt, C=DE", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(2));
        ServerTls = Issue("CN=127.0.0.1");
        ClientTls = Issue("CN=service");
        Server = SelfSigned("CN=eid-server, O=\"Rechenzentrum, Test\", C=DE");
        Service = SelfSigned("CN=\"Hundesteuer, Test\", OU=Straße + Weg, O=Beispielstadt, C=DE");
        Attacker = SelfSigned("CN=eid-server, O=\"Rechenzentrum, Test\", C=DE");
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 ServerTls { get; }

    public X509Certificate2 ClientTls { get; }

    public X509Certificate2 Server { get; }

    public X509Certificate2 Service { get; }

    public X509Certificate2 Attacker { get; }

    /// <summary>Writes what the peer reads.</summary>
    public void WriteTo(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "tls.p12"), ServerTls.Export(X509ContentType.Pkcs12, Password));
        File.WriteAllBytes(Path.Combine(folder, "signer.p12"), Server.Export(X509ContentType.Pkcs12, Password));
        File.WriteAllText(Path.Combine(folder, "client-root.pem"), Root.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "service.pem"), Service.ExportCertificatePem());
    }

    public void Dispose()
    {
        foreach (var certificate in new[] { Root, ServerTls, ClientTls, Server, Service, Attacker })
            certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private X509Certificate2 Issue(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(Root, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
