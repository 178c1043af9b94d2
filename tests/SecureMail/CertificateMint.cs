using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>An authority that issues what a test orders, sound or not, and revokes it by lists.</summary>
internal sealed class CertificateMint : IDisposable
{
    private readonly RSA _key;
    private readonly string _part;
    private readonly TimeProvider _clock;
    private BigInteger _number;
    private int _issued;

    /// <param name="clock">Counts the periods.</param>
    /// <param name="name">Of the authority.</param>
    /// <param name="part">Whose key it has; its own by default.</param>
    public CertificateMint(TimeProvider clock, string name = "CN=Mint", string? part = null)
    {
        (_clock, _part) = (clock, $"{nameof(CertificateMint)} {part ?? name}");
        _key = TestKeys.Rsa(_part);
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(clock.GetUtcNow().AddYears(-6), clock.GetUtcNow().AddYears(6));
    }

    public X509Certificate2 Root { get; }

    public string AnchorPem => Root.ExportCertificatePem();

    public X509Certificate2 Issue(CertificateOrder order) => order.IsRsa ? IssueRsa(order) : IssueOnCurve(order);

    public ThrowAwayMailKey IssueKey(CertificateOrder order)
    {
        using var certificate = Issue(order);
        return KeyOf(certificate, order.Addresses is [var first, ..] ? first : "");
    }

    public static ThrowAwayMailKey KeyOf(X509Certificate2 certificate, string address)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        return new ThrowAwayMailKey(address, certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A list of what is revoked.</summary>
    public byte[] List(IEnumerable<X509Certificate2> revoked, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var now = _clock.GetUtcNow();
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
            builder.AddEntry(certificate, now.AddDays(-2), X509RevocationReason.KeyCompromise);
        return builder.Build(Root, ++_number, until ?? now.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, from ?? now.AddHours(-1));
    }

    public void Dispose()
    {
        Root.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 IssueRsa(CertificateOrder order)
    {
        using var key = TestKeys.Rsa($"{_part} {Interlocked.Increment(ref _issued)}");
        using var issued = Issue(new CertificateRequest(new X500DistinguishedName(order.Subject), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), order);
        return issued.CopyWithPrivateKey(key);
    }

    private X509Certificate2 IssueOnCurve(CertificateOrder order)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = Issue(new CertificateRequest(new X500DistinguishedName(order.Subject), key, HashAlgorithmName.SHA256), order);
        return issued.CopyWithPrivateKey(key);
    }

    private X509Certificate2 Issue(CertificateRequest request, CertificateOrder order)
    {
        foreach (var extension in order.Extensions())
            request.CertificateExtensions.Add(extension);
        var now = _clock.GetUtcNow();
        return request.Create(
            Root.SubjectName, X509SignatureGenerator.CreateForRSA(_key, RSASignaturePadding.Pkcs1), order.From ?? now.AddHours(-1), order.Until ?? now.AddYears(1), RandomNumberGenerator.GetBytes(12));
    }
}
