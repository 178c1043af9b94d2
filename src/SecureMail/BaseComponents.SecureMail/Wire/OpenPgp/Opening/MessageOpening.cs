using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>
/// Opens an encrypted message in two passes over the ciphertext: the first checks the integrity code over all of it and keeps nothing, the second reads what is inside. Whether the
/// key or the content was wrong is one and the same answer, and a cipher is refused after the integrity code only: the difference would be an oracle.
/// </summary>
internal static class MessageOpening
{
    // Entries that do not name their recipient are tried with every key; more than this is meant to keep us busy.
    private const int MaxAttempts = 16;

    /// <param name="message">The binary message, read to its end.</param>
    /// <param name="keys">Secret keys.</param>
    /// <param name="limit">How many octets its content may have.</param>
    /// <param name="found">Hears what it is before it is decrypted.</param>
    /// <exception cref="OpenPgpException">No key fits or the message was changed, no integrity code, another algorithm, or a broken message.</exception>
    public static MessageContent Open(Stream message, IReadOnlyList<SecretKey> keys, long limit, Action<EncryptedMessage> found)
    {
        using var spool = new CipherSpool();
        message.CopyTo(spool);
        var encrypted = new EncryptedMessage(spool);
        found(encrypted);
        foreach (var (recipient, key) in Attempts(encrypted, keys))
        {
            if (IntactCipher(encrypted, recipient, key) is not { } cipher)
                continue;
            return cipher is SymmetricKeyAlgorithmTag.Aes128 or SymmetricKeyAlgorithmTag.Aes192 or SymmetricKeyAlgorithmTag.Aes256
                ? Read(encrypted, recipient, key, limit)
                : throw new OpenPgpException(OpenPgpProblem.UnsupportedAlgorithm);
        }

        throw new OpenPgpException(OpenPgpProblem.NoKey);
    }

    private static IEnumerable<(int Recipient, PgpPrivateKey Key)> Attempts(EncryptedMessage message, IReadOnlyList<SecretKey> keys) => message.Entries.Index()
        .SelectMany(entry => keys.SelectMany(key => key.Private.Values)
            .Where(key => IsForDecryption(key) && (entry.Item.KeyId == key.KeyId || entry.Item.KeyId == 0))
            .Select(key => (entry.Index, key)))
        .Take(MaxAttempts);

    private static bool IsForDecryption(PgpPrivateKey key) =>
        key.PublicKeyPacket.Algorithm is PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt or PublicKeyAlgorithmTag.ECDH;

    private static SymmetricKeyAlgorithmTag? IntactCipher(EncryptedMessage encrypted, int recipient, PgpPrivateKey key)
    {
        try
        {
            using var decrypted = new DecryptedMessage(encrypted.For(recipient), key);
            return decrypted.IsIntact() ? decrypted.Cipher : null;
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception))
        {
            ChancePass.Over(encrypted);
            return null;
        }
    }

    private static MessageContent Read(EncryptedMessage encrypted, int recipient, PgpPrivateKey key, long limit)
    {
        using var decrypted = new DecryptedMessage(encrypted.For(recipient), key);
        var content = MessageContent.Read(decrypted.Clear, limit);
        if (decrypted.IsIntact())
            return content;
        content.Dispose();
        throw new OpenPgpException(OpenPgpProblem.NoKey);
    }
}
