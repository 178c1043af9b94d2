using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Message-IDs without personal data: a keyed hash of the caller's key, or random, at the sender's domain.</summary>
internal static class MessageIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const string Purpose = "BaseComponents.SecureMail Message-ID v1";

    public static string Create(string? key, MailSettings settings)
    {
        var bytes = key is null ? RandomNumberGenerator.GetBytes(20) : HMACSHA256.HashData(Secret(settings), Encoding.UTF8.GetBytes(key))[..20];
        return $"{Base32(bytes)}@{MailAddressSyntax.DomainOf(settings.SenderAddress)}";
    }

    private static byte[] Secret(MailSettings settings)
    {
        if (settings.Options.Sender.MessageIdSecret is { } secret)
            return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Purpose + settings.SenderAddress));
        // PKCS#1 v1.5 signatures are deterministic, so the secret is the same in every process that has the key, and nobody else can make it.
        if (!settings.HasSenderCertificate)
            throw Fault.SenderKey("there is none to make Message-IDs from a key with, so that they need Sender:MessageIdSecret");
        using var key = OwnKey.RsaOf(settings.SenderCertificate)
            ?? throw Fault.SenderKey("its key is on an elliptic curve, whose signatures are never the same, so that Message-IDs made from a key need Sender:MessageIdSecret");
        try
        {
            return SHA256.HashData(key.SignData(Encoding.UTF8.GetBytes(Purpose + settings.SenderAddress), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        catch (CryptographicException exception)
        {
            throw Fault.SenderKey("it does not sign", exception);
        }
    }

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        var (bits, count) = (0, 0);
        foreach (var next in bytes)
        {
            (bits, count) = ((bits << 8) | next, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            bits &= (1 << count) - 1;
        }

        return text.ToString();
    }
}
