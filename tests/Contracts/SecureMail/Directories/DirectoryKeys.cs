using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Contracts.SecureMail.Directories;

/// <summary>Certificates for one test run: an authority for TLS servers, one for mailboxes, and another that nobody trusts.</summary>
internal sealed class DirectoryKeys : IDisposable
{
    private readonly X509Certificate2 _authority = Authority("CN=Test Authority");
    private readonly X509Certificate2 _stranger = Authority("CN=Stranger");

    public string AnchorPem => _authority.ExportCertificatePem();

    public string StrangerPem => _stranger.ExportCertificatePem();

    public X509Certificate2 Mailbox(string address, int daysOld = 1)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        return Issue("CN=Mailbox", names, "1.3.6.1.5.5.7.3.4", daysOld);
    }

    public X509Certificate2 Server()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        return Issue("CN=Directory", names, "1.3.6.1.5.5.7.3.1", 1);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static X509Certificate2 Authority(string name)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    private X509Certificate2 Issue(string name, SubjectAlternativeNameBuilder names, string purpose, int daysOld)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        using var issued = request.Create(_authority, DateTimeOffset.UtcNow.AddDays(-daysOld), DateTimeOffset.UtcNow.AddDays(90), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }
}
