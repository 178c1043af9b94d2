using System.Text;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.Shared;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Reads keys in their text form, as they stand in the configuration.</summary>
internal static class KeyText
{
    private const int MaxLength = 1_000_000;
    private const string Public = "PUBLIC KEY BLOCK";
    private const string Private = "PRIVATE KEY BLOCK";

    /// <exception cref="CertificateSourceException">It is no single public key; the message says why.</exception>
    public static OpenPgpKey ReadPublic(string text) => Guard(() => new OpenPgpKey([.. new PgpPublicKeyRing(Packets(text, Public)).GetPublicKeys()]));

    /// <exception cref="CertificateSourceException">It is no single secret key, or the passphrase does not open it.</exception>
    public static SecretKey ReadSecret(string text, string? passphrase) => Guard(() =>
    {
        var keys = new PgpSecretKeyRing(Packets(text, Private)).GetSecretKeys().ToList();
        return new SecretKey(new OpenPgpKey([.. keys.Select(key => key.PublicKey)]), Extract(keys, passphrase));
    });

    // A primary key that is kept elsewhere leaves an empty place.
    private static Dictionary<long, PgpPrivateKey> Extract(IEnumerable<PgpSecretKey> keys, string? passphrase)
    {
        try
        {
            return keys.Where(key => !key.IsPrivateKeyEmpty).ToDictionary(key => key.KeyId, key => key.ExtractPrivateKeyUtf8((passphrase ?? "").ToCharArray()));
        }
        catch (PgpException exception)
        {
            throw new CertificateSourceException("The OpenPGP secret key cannot be opened: the passphrase is wrong, or it is protected in a way that is not read.", exception);
        }
    }

    private static byte[] Packets(string text, string label)
    {
        var begin = $"-----BEGIN PGP {label}-----";
        if (text.Length > MaxLength || text.Split("-----BEGIN ").Length != 2 || !text.Contains(begin, StringComparison.Ordinal))
            throw new CertificateSourceException($"The text must hold exactly one OpenPGP key in its text form ({begin}).");
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        using var octets = Armour.Decode(new MemoryStream(Encoding.Latin1.GetBytes(text[start..])), label);
        return KeyPackets.Filter(octets, isSecret: label == Private);
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception) || exception is OpenPgpException)
        {
            throw new CertificateSourceException("The OpenPGP key cannot be read. Export it again in its text form (gpg --armor --export).", exception);
        }
    }
}
