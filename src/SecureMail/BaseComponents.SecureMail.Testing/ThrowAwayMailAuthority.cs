using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Testing;

/// <summary>A certification authority for one test run: its keys are made in memory and nobody else trusts them.</summary>
public sealed class ThrowAwayMailAuthority : IDisposable
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private readonly X509Certificate2 _root;
    private readonly TimeProvider _clock;
    private readonly Func<int, RSA> _makeKey;

    /// <summary>Makes the root.</summary>
    /// <param name="clock">Clock that validity periods are counted from.</param>
    public ThrowAwayMailAuthority(TimeProvider? clock = null)
        : this(clock, RSA.Create)
    {
    }

    /// <summary>With keys from somewhere else: to make them takes long, and many tests need some.</summary>
    /// <param name="clock">As above.</param>
    /// <param name="makeKey">Gives a key of so many bits.</param>
    internal ThrowAwayMailAuthority(TimeProvider? clock, Func<int, RSA> makeKey)
    {
        (_clock, _makeKey) = (clock ?? TimeProvider.System, makeKey);
        using var key = makeKey(3072);
        var request = new CertificateRequest("CN=Throw-away mail authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(_clock.GetUtcNow().AddYears(-5), _clock.GetUtcNow().AddYears(5));
    }

    /// <summary>The root in PEM form, for <see cref="SecureMailOptions.TrustAnchorsPem"/>.</summary>
    public string AnchorPem => _root.ExportCertificatePem();

    /// <summary>Issues a certificate for a mailbox.</summary>
    /// <param name="address">Address in the subject alternative name.</param>
    /// <param name="validFrom">Start of validity, an hour ago by default.</param>
    /// <param name="validUntil">End of validity, in a year by default.</param>
    public ThrowAwayMailKey Issue(string address, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null) =>
        Issue(address, EmailProtection, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, validFrom, validUntil);

    /// <summary>Issues a certificate with other purposes, to test that it is refused.</summary>
    /// <param name="address">Address in the subject alternative name.</param>
    /// <param name="extendedUsage">Object identifier of the extended key usage; <see langword="null"/> leaves the extension out.</param>
    /// <param name="usage">Key usage.</param>
    /// <param name="validFrom">Start of validity, an hour ago by default.</param>
    /// <param name="validUntil">End of validity, in a year by default.</param>
    /// <param name="keySize">Size of the RSA key in bits.</param>
    public ThrowAwayMailKey Issue(
        string address, string? extendedUsage, X509KeyUsageFlags usage, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null, int keySize = 2048)
    {
        using var key = _makeKey(keySize);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(address);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(names.Build());
        if (extendedUsage is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(extendedUsage)], critical: false));
        using var certificate = request.Create(
            _root, validFrom ?? _clock.GetUtcNow().AddHours(-1), validUntil ?? _clock.GetUtcNow().AddYears(1), RandomNumberGenerator.GetBytes(16));
        return new ThrowAwayMailKey(address, certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();
}
