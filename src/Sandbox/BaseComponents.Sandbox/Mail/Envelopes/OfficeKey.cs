using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.X509;

namespace BaseComponents.Sandbox.Mail.Envelopes;

/// <summary>Certificate and private key of an office, as Bouncy Castle has them.</summary>
internal sealed record OfficeKey(X509Certificate Certificate, AsymmetricKeyParameter Private)
{
    public static OfficeKey Of(MailboxKey key)
    {
        using var certificate = new PemReader(new StringReader(key.CertificatePem));
        using var secret = new PemReader(new StringReader(key.KeyPem));
        return new OfficeKey((X509Certificate)certificate.ReadObject(), (AsymmetricKeyParameter)secret.ReadObject());
    }

    public bool IsNamedBy(IssuerAndSerialNumber? name) =>
        name is not null && name.Issuer.Equivalent(Certificate.IssuerDN) && name.SerialNumber.HasValue(Certificate.SerialNumber);
}
