using MimeKit.Cryptography;
using Org.BouncyCastle.Cms;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Which algorithms an encrypted mail uses: what a developer wants to see, and an auditor asks for.</summary>
internal sealed record EnvelopeFacts(string Cipher, IReadOnlyList<string> KeyTransports)
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.1.2"] = "AES-128-CBC",
        ["2.16.840.1.101.3.4.1.22"] = "AES-192-CBC",
        ["2.16.840.1.101.3.4.1.42"] = "AES-256-CBC",
        ["1.2.840.113549.3.7"] = "3DES (veraltet)",
        ["1.2.840.113549.3.2"] = "RC2 (gebrochen)",
        ["1.2.840.113549.1.1.1"] = "RSA PKCS#1 v1.5",
        ["1.2.840.113549.1.1.7"] = "RSA-OAEP",
    };

    public static EnvelopeFacts Of(ApplicationPkcs7Mime envelope)
    {
        using var content = envelope.Content!.Open();
        var data = new CmsEnvelopedData(content);
        return new EnvelopeFacts(NameOf(data.EncryptionAlgOid), [.. data.GetRecipientInfos().GetRecipients().Select(recipient => NameOf(recipient.KeyEncryptionAlgOid))]);
    }

    private static string NameOf(string oid) => _names.GetValueOrDefault(oid, oid);
}
