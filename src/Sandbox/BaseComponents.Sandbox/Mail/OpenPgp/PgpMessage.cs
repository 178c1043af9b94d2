using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>Opens an encrypted OpenPGP message with Bouncy Castle's own reader, whole in memory: a mail here is small.</summary>
internal static class PgpMessage
{
    // What is packed may be much larger than it came.
    private const int MaxContent = 100_000_000;

    /// <summary>Null when none of the office's keys is meant.</summary>
    public static PgpContent? Open(Stream message, PgpOffice office)
    {
        using var decoded = PgpUtilities.GetDecoderStream(message);
        var objects = new PgpObjectFactory(decoded);
        var encrypted = Next<PgpEncryptedDataList>(objects);
        var mine = encrypted.GetEncryptedDataObjects().OfType<PgpPublicKeyEncryptedData>().FirstOrDefault(data => office.SecretOf(data.KeyId) is not null);
        if (mine is null)
            return null;
        if (!mine.IsIntegrityProtected())
            throw new PgpException("Encrypted without integrity code.");
        var key = office.SecretOf(mine.KeyId)!;
        var facts = new EnvelopeFacts($"OpenPGP mit {NameOf(mine.GetSymmetricAlgorithm(key))} und Integritätscode", [NameOf(key.PublicKeyPacket.Algorithm)]);
        // Nothing of it is looked at before the code over all of it has been.
        using var plain = new MemoryStream(Read(mine.GetDataStream(key)), writable: false);
        return mine.Verify() ? Content(new PgpObjectFactory(plain), facts) : throw new PgpException("The integrity code is wrong.");
    }

    private static PgpContent Content(PgpObjectFactory objects, EnvelopeFacts facts)
    {
        var signatures = new List<PgpSignature>();
        byte[]? content = null;
        while (objects.NextPgpObject() is { } part)
        {
            switch (part)
            {
                case PgpCompressedData packed:
                    objects = new PgpObjectFactory(new MemoryStream(Read(packed.GetDataStream()), writable: false));
                    break;
                case PgpLiteralData literal when content is null:
                    content = Read(literal.GetInputStream());
                    break;
                case PgpSignatureList list:
                    signatures.AddRange(Enumerable.Range(0, list.Count).Select(index => list[index]));
                    break;
                case PgpOnePassSignatureList or PgpMarker:
                    break;
                default:
                    throw new PgpException("What is inside is no single content with signatures.");
            }
        }

        return new PgpContent(content ?? throw new PgpException("There is no content inside."), signatures, facts);
    }

    private static T Next<T>(PgpObjectFactory objects)
        where T : PgpObject
    {
        var next = objects.NextPgpObject();
        return (next is PgpMarker ? objects.NextPgpObject() : next) as T ?? throw new PgpException("It is no encrypted message.");
    }

    private static byte[] Read(Stream source)
    {
        using var content = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (source.Read(piece, 0, piece.Length) is > 0 and var count)
        {
            if (content.Length + count > MaxContent)
                throw new PgpException("Unpacked it is larger than a mail.");
            content.Write(piece, 0, count);
        }

        return content.ToArray();
    }

    private static string NameOf(SymmetricKeyAlgorithmTag cipher) => cipher switch
    {
        SymmetricKeyAlgorithmTag.Aes256 => "AES-256",
        SymmetricKeyAlgorithmTag.Aes192 => "AES-192",
        SymmetricKeyAlgorithmTag.Aes128 => "AES-128",
        _ => $"{cipher} (veraltet)",
    };

    private static string NameOf(PublicKeyAlgorithmTag algorithm) => algorithm is PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt ? "RSA" : algorithm.ToString();
}

/// <summary>What was inside.</summary>
internal sealed record PgpContent(byte[] Octets, IReadOnlyList<PgpSignature> Signatures, EnvelopeFacts Facts);
