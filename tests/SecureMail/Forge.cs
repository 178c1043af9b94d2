using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Makes signed mails byte by byte, also those that no honest program makes.</summary>
internal static class Forge
{
    public const string Part = "Content-Type: text/plain\r\n\r\nZahlen Sie 50 Euro.";

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static readonly DateTime ClaimedTime = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    public static string Header(string from = MailLab.Office) => $"From: {from}\r\nTo: {MailLab.Sender}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n";

    public static byte[] Signature(string content, ThrowAwayMailKey key, bool detached = true)
    {
        var signer = Signer(key);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(ClaimedTime));
        return Signature(content, signer, detached);
    }

    public static byte[] Signature(string content, CmsSigner signer, bool detached = true)
    {
        var message = new SignedCms(new ContentInfo(Bytes(content)), detached);
        message.ComputeSignature(signer);
        return message.Encode();
    }

    /// <summary>A signer that has no attributes unless some are added.</summary>
    public static CmsSigner Signer(ThrowAwayMailKey key) =>
        new(X509Certificate2.CreateFromPem(key.CertificatePem, key.KeyPem)) { IncludeOption = X509IncludeOption.EndCertOnly };

    /// <summary>The multipart/signed entity without the mail's header.</summary>
    public static string Entity(string part, byte[] signature, string preamble = "", string more = "") =>
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"inner\"\r\n\r\n"
        + $"{preamble}--inner\r\n{part}\r\n--inner\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(signature, Base64FormattingOptions.InsertLineBreaks)}\r\n{more}--inner--\r\n";

    public static string Signed(ThrowAwayMailKey key, string part = Part) => Entity(part, Signature(part, key));

    public static byte[] Mail(string entity, string from = MailLab.Office) => Bytes(Header(from) + entity);

    public static string Opaque(byte[] signedData) =>
        "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(signedData, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    public static string Encrypted(string content, ThrowAwayMailKey recipient)
    {
        var envelope = new EnvelopedCms(new ContentInfo(Bytes(content)));
        envelope.Encrypt(new CmsRecipient(X509Certificate2.CreateFromPem(recipient.CertificatePem)));
        return "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(envelope.Encode(), Base64FormattingOptions.InsertLineBreaks) + "\r\n";
    }
}
