using System.Formats.Asn1;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>KeyAgreeRecipientInfo (RFC 5753 section 3.1.1): one ephemeral key for all recipients on its curve.</summary>
internal static class KeyAgreementWriter
{
    public static void Write(AsnWriter writer, AgreementCurve curve, IReadOnlyList<AgreementTarget> targets, byte[] contentKey)
    {
        using var ephemeral = RecipientWriter.WithKey(() => EphemeralKey.On(curve));
        // Parameters are absent, as RFC 5753 section 7.2 wants: where NULL stands instead, other programs derive another key.
        var wrap = AlgorithmIdentifier.Alone(KeyWrap.OidOf(contentKey.Length));
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            writer.WriteInteger(3);
            WriteOriginator(writer, ephemeral);
            new AlgorithmIdentifier(ephemeral.SchemeOid, wrap.Encode()).Write(writer);
            using (writer.PushSequence())
            {
                foreach (var target in targets)
                    WriteKey(writer, target, RecipientWriter.WithKey(() => Encrypt(ephemeral, target, wrap, contentKey)));
            }
        }
    }

    private static void WriteOriginator(AsnWriter writer, EphemeralKey ephemeral)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            ephemeral.Kind.Write(writer);
            writer.WriteBitString(ephemeral.Public);
        }
    }

    private static void WriteKey(AsnWriter writer, AgreementTarget target, byte[] encryptedKey)
    {
        using (writer.PushSequence())
        {
            CertificateReference.Write(writer, target.Certificate);
            writer.WriteOctetString(encryptedKey);
        }
    }

    private static byte[] Encrypt(EphemeralKey ephemeral, AgreementTarget target, AlgorithmIdentifier wrap, byte[] contentKey)
    {
        var wrappingKey = ephemeral.Derive(target.Certificate, wrap, contentKey.Length);
        var wrapped = KeyWrap.Wrap(wrappingKey, contentKey);
        CryptographicOperations.ZeroMemory(wrappingKey);
        return wrapped;
    }
}
