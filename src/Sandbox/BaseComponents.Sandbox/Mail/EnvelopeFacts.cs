using BaseComponents.Sandbox.Mail.Envelopes;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.X509;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Which algorithms an encrypted mail uses: what a developer wants to see, and an auditor asks for.</summary>
internal sealed record EnvelopeFacts(string Cipher, IReadOnlyList<string> KeyTransports)
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.1.2"] = "AES-128-CBC",
        ["2.16.840.1.101.3.4.1.22"] = "AES-192-CBC",
        ["2.16.840.1.101.3.4.1.42"] = "AES-256-CBC",
        ["2.16.840.1.101.3.4.1.6"] = "AES-128-GCM",
        ["2.16.840.1.101.3.4.1.26"] = "AES-192-GCM",
        ["2.16.840.1.101.3.4.1.46"] = "AES-256-GCM",
        ["1.2.840.113549.3.7"] = "3DES (veraltet)",
        ["1.2.840.113549.3.2"] = "RC2 (gebrochen)",
        ["1.2.840.113549.1.1.1"] = "RSA PKCS#1 v1.5",
        ["1.2.840.113549.1.1.7"] = "RSA-OAEP",
        ["1.3.132.1.11.1"] = "ECDH mit SHA-256",
        ["1.3.132.1.11.2"] = "ECDH mit SHA-384",
        ["1.3.132.1.11.3"] = "ECDH mit SHA-512",
        ["1.3.133.16.840.63.0.2"] = "ECDH mit SHA-1 (veraltet)",
    };

    public static EnvelopeFacts Of(SealedEnvelope envelope) =>
        new(NameOf(envelope.Cipher), [.. envelope.Recipients.Select(recipient => KeyOf(recipient.Info)).OfType<AlgorithmIdentifier>().Select(NameOf)]);

    private static AlgorithmIdentifier? KeyOf(object recipient) => recipient switch
    {
        KeyTransRecipientInfo transported => transported.KeyEncryptionAlgorithm,
        KeyAgreeRecipientInfo agreed => agreed.KeyEncryptionAlgorithm,
        _ => null,
    };

    private static string NameOf(AlgorithmIdentifier algorithm) => _names.GetValueOrDefault(algorithm.Algorithm.Id, algorithm.Algorithm.Id);
}
