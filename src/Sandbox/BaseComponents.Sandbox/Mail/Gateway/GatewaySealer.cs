using System.Text;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.X509;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>Encrypts as the gateway does, with Bouncy Castle: AES-256-CBC, RSA (RFC 8551).</summary>
internal static class GatewaySealer
{
    private const int LineLength = 76;

    /// <summary>Null where the certificate's key is none that this gateway encrypts with.</summary>
    public static byte[]? Seal(RawMail mail, string certificatePem)
    {
        using var reader = new PemReader(new StringReader(certificatePem));
        var certificate = (X509Certificate)reader.ReadObject();
        if (certificate.GetPublicKey() is not Org.BouncyCastle.Crypto.Parameters.RsaKeyParameters)
            return null;
        var content = new RawMail([.. mail.Fields.Where(field => field.IsOfContent)], mail.Body).Write();
        var generator = new CmsEnvelopedDataGenerator();
        generator.AddKeyTransRecipient(certificate);
        var envelope = generator.Generate(new CmsProcessableByteArray(content), NistObjectIdentifiers.IdAes256Cbc).GetEncoded();
        RawField[] fields =
        [
            .. mail.Fields.Where(field => !field.IsOfContent),
            new("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"),
            new("Content-Transfer-Encoding: base64"),
            new("Content-Disposition: attachment; filename=smime.p7m"),
        ];
        return new RawMail(fields, Encoding.ASCII.GetBytes(Lines(Convert.ToBase64String(envelope)))).Write();
    }

    private static string Lines(string text) => string.Concat(text.Chunk(LineLength).Select(line => new string(line) + "\r\n"));
}
