using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>A question about one certificate to the responder of its issuer (RFC 6960 section 4.1), with a number of chance, so that an old answer is seen (RFC 9654).</summary>
internal sealed class OcspQuestion
{
    private const int NonceLength = 32;

    public OcspQuestion(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        Nonce = RandomNumberGenerator.GetBytes(NonceLength);
        // SHA-1 names the issuer here and protects nothing; it is the one that every responder knows.
        Id = new CertificateID(CertificateID.DigestSha1, OcspAnswer.Certificate(issuer), new BigInteger(1, certificate.SerialNumberBytes.Span));
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, false, new DerOctetString(Nonce).GetEncoded());
        var generator = new OcspReqGenerator();
        generator.AddRequest(Id);
        generator.SetRequestExtensions(extensions.Generate());
        Encoded = generator.Generate().GetEncoded();
    }

    public CertificateID Id { get; }

    public byte[] Nonce { get; }

    public byte[] Encoded { get; }
}
