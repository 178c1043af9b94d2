using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>An authority that signs certificates with the hash and padding a test wants, also those that no authority should use any more.</summary>
internal sealed class HashAuthority : IDisposable
{
    private readonly RSA _key = TestKeys.Rsa(nameof(HashAuthority));
    private readonly X509Certificate2 _root;
    private readonly Generator _generator;
    private readonly TimeProvider _clock;

    public HashAuthority(HashAlgorithmName hash, RSASignaturePadding padding, TimeProvider clock)
    {
        (_clock, _generator) = (clock, new Generator(_key, hash, padding));
        var request = new CertificateRequest("CN=Authority", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _root = request.CreateSelfSigned(clock.GetUtcNow().AddYears(-1), clock.GetUtcNow().AddYears(1));
    }

    public string AnchorPem => _root.ExportCertificatePem();

    public ThrowAwayMailKey Issue(string address)
    {
        using var key = TestKeys.Rsa($"{nameof(HashAuthority)} {address}");
        return new ThrowAwayMailKey(address, Issue(address, new PublicKey(key)), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A certificate for a key that its holder need not have.</summary>
    public string Issue(string address, PublicKey key)
    {
        var request = new CertificateRequest(new X500DistinguishedName("CN=Mailbox"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        var now = _clock.GetUtcNow();
        using var certificate = request.Create(_root.SubjectName, _generator, now.AddDays(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(16));
        return certificate.ExportCertificatePem();
    }

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
    }

    /// <summary>The framework's own refuses SHA-1.</summary>
    private sealed class Generator(RSA key, HashAlgorithmName hash, RSASignaturePadding padding) : X509SignatureGenerator
    {
        private bool IsPss => padding == RSASignaturePadding.Pss;

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, hash, padding);

        protected override PublicKey BuildPublicKey() => new(key);

        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oid);
                if (!IsPss)
                    writer.WriteNull();
                else
                    WritePss(writer);
            }

            return writer.Encode();
        }

        private string Oid => (IsPss, hash.Name) switch
        {
            (true, _) => "1.2.840.113549.1.1.10",
            (_, "SHA1") => "1.3.14.3.2.29",
            (_, "SHA512") => "1.2.840.113549.1.1.13",
            _ => "1.2.840.113549.1.1.11",
        };

        // RFC 4055 section 3.1: what is left out means SHA-1 and a salt of 20 bytes.
        private void WritePss(AsnWriter writer)
        {
            using var parameters = writer.PushSequence();
            if (hash == HashAlgorithmName.SHA1)
                return;
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                WriteHash(writer);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.8");
                WriteHash(writer);
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
                writer.WriteInteger(32);
        }

        private static void WriteHash(AsnWriter writer)
        {
            using (writer.PushSequence())
                writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
        }
    }
}
