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

    /// <summary>The keys in what a directory answered: one key, perhaps with those before it (draft-koch-openpgp-webkey-service section 3.1).</summary>
    /// <exception cref="CertificateSourceException">None of it can be read; the message says why.</exception>
    public static IReadOnlyList<OpenPgpKey> ReadDirectory(byte[] octets) => Guard(() =>
    {
        var (keys, problem) = (new List<OpenPgpKey>(), default(CertificateSourceException));
        foreach (var block in KeyBlocks.Split(octets))
        {
            try
            {
                keys.Add(Read(block));
            }
            catch (Exception exception) when (LibraryFault.IsOne(exception) || exception is CertificateSourceException)
            {
                // A key in a form that is not read, such as version 6, takes nothing away from the one beside it.
                problem = exception as CertificateSourceException ?? problem;
            }
        }

        return keys.Count > 0 ? keys : throw problem ?? new CertificateSourceException("The OpenPGP key is broken.");
    });

    private static OpenPgpKey Read(byte[] block) => new([.. new PgpPublicKeyRing(KeyPackets.Filter(new MemoryStream(block, writable: false), isSecret: false)).GetPublicKeys()]);

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
