using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.SecureMail.Revocation;

/// <summary>An authority that issues mail certificates and revokes them, by lists.</summary>
internal sealed class RevokingAuthority : IDisposable
{
    private readonly RSA _key;
    private readonly string _part;
    private BigInteger _number;
    private int _issued;

    /// <param name="name">Of the authority.</param>
    /// <param name="usage">What it may sign.</param>
    /// <param name="part">Whose key it has; its own by default.</param>
    public RevokingAuthority(string name = "CN=Test Authority", X509KeyUsageFlags usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, string? part = null)
    {
        _part = $"{nameof(RevokingAuthority)} {part ?? name}";
        _key = TestKeys.Rsa(_part);
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    public X509Certificate2 Certificate { get; }

    public RSA Key => _key;

    public X509Certificate2 Issue(Uri? list = null, Uri? responder = null, string? purpose = "1.3.6.1.5.5.7.3.4")
    {
        using var key = TestKeys.Rsa($"{_part} {Interlocked.Increment(ref _issued)}");
        var request = new CertificateRequest($"CN=Somebody {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        if (list is not null)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([list.AbsoluteUri]));
        if (responder is not null)
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([responder.AbsoluteUri], null));
        using var issued = request.Create(Certificate, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(90), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }

    public byte[] List(IEnumerable<X509Certificate2> revoked, DateTimeOffset? thisUpdate = null, DateTimeOffset? nextUpdate = null)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
            builder.AddEntry(certificate, DateTimeOffset.UtcNow.AddDays(-2), X509RevocationReason.KeyCompromise);
        return builder.Build(
            Certificate, ++_number, nextUpdate ?? DateTimeOffset.UtcNow.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, thisUpdate ?? DateTimeOffset.UtcNow.AddHours(-1));
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
