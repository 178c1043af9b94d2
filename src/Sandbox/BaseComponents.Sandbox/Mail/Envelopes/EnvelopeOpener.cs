using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.Sandbox.Mail.Envelopes;

/// <summary>Opens an encrypted message with the key of an office.</summary>
internal static class EnvelopeOpener
{
    /// <summary>Null when none of the keys is meant.</summary>
    public static byte[]? Open(SealedEnvelope envelope, IEnumerable<OfficeKey> keys) =>
        keys.SelectMany(key => envelope.Recipients.Select(recipient => KeyOf(recipient, key))).FirstOrDefault(key => key is not null) is { } content ? Decrypt(envelope, content) : null;

    private static byte[]? KeyOf(RecipientInfo recipient, OfficeKey key) => recipient.Info switch
    {
        KeyTransRecipientInfo transported => TransportedKey.Open(transported, key),
        KeyAgreeRecipientInfo agreed => AgreedKey.Open(agreed, key),
        _ => null,
    };

    private static byte[] Decrypt(SealedEnvelope envelope, byte[] key) =>
        envelope.Tag.Length > 0 ? DecryptAuthenticated(envelope, key) : DecryptBlocks(envelope, key);

    // Throws when the tag is wrong.
    private static byte[] DecryptAuthenticated(SealedEnvelope envelope, byte[] key)
    {
        if (!IsGcm(envelope))
            throw new InvalidCipherTextException("Another cipher than AES-GCM is not known here.");
        var parameters = GcmParameters.GetInstance(envelope.Cipher.Parameters);
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(false, new AeadParameters(new KeyParameter(key), parameters.IcvLen * 8, parameters.GetNonce(), envelope.AssociatedData));
        byte[] input = [.. envelope.Content, .. envelope.Tag];
        var plain = new byte[cipher.GetOutputSize(input.Length)];
        var length = cipher.ProcessBytes(input, 0, input.Length, plain, 0);
        length += cipher.DoFinal(plain, length);
        return plain[..length];
    }

    private static bool IsGcm(SealedEnvelope envelope) =>
        new[] { NistObjectIdentifiers.IdAes128Gcm, NistObjectIdentifiers.IdAes192Gcm, NistObjectIdentifiers.IdAes256Gcm }.Contains(envelope.Cipher.Algorithm);

    // Outdated ciphers too: the page says which one it was.
    private static byte[] DecryptBlocks(SealedEnvelope envelope, byte[] key)
    {
        var cipher = CipherUtilities.GetCipher(envelope.Cipher.Algorithm);
        cipher.Init(false, ParameterUtilities.GetCipherParameters(envelope.Cipher.Algorithm, ParameterUtilities.CreateKeyParameter(envelope.Cipher.Algorithm, key), envelope.Cipher.Parameters.ToAsn1Object()));
        return cipher.DoFinal(envelope.Content);
    }
}
