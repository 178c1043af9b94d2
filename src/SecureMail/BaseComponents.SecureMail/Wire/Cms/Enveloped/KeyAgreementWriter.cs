using System.Formats.Asn1;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>KeyAgreeRecipientInfo (RFC 5753 section 3.1.1): one ephemeral key for all recipients on its curve.</summary>
internal static class KeyAgreementWriter
{
    public static void Write(AsnWriter writer, AgreementCurve curve, IReadOnlyList<AgreementTarget> targets, byte[] contentKey)
    {
        using var ephemeral = RecipientWriter.WithKey(() => ECDiffieHellman.Create(curve.ToCurve()));
        // Parameters are absent, as RFC 5753 section 7.2 wants: where NULL stands instead, other programs derive another key.
        var wrap = AlgorithmIdentifier.Alone(KeyWrap.OidOf(contentKey.Length));
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            writer.WriteInteger(3);
            WriteOriginator(writer, ephemeral);
            new AlgorithmIdentifier(KeyAgreementScheme.OidOf(curve.Hash), wrap.Encode()).Write(writer);
            using (writer.PushSequence())
            {
                foreach (var target in targets)
                    WriteKey(writer, target, RecipientWriter.WithKey(() => Encrypt(ephemeral, target, wrap, contentKey)));
            }
        }
    }

    private static void WriteOriginator(AsnWriter writer, ECDiffieHellman ephemeral)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            AlgorithmIdentifier.Alone(CmsOids.EcPublicKey).Write(writer);
            var point = ephemeral.ExportParameters(false).Q;
            writer.WriteBitString([0x04, .. point.X!, .. point.Y!]);
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

    private static byte[] Encrypt(ECDiffieHellman ephemeral, AgreementTarget target, AlgorithmIdentifier wrap, byte[] contentKey)
    {
        using var key = target.Certificate.GetECDiffieHellmanPublicKey() ?? throw new CmsException(CmsProblem.UnusableKey);
        using var publicKey = key.PublicKey;
        var wrappingKey = WrappingKey.Derive(ephemeral, publicKey, target.Curve.Hash, wrap, contentKey.Length, userMaterial: null);
        var wrapped = KeyWrap.Wrap(wrappingKey, contentKey);
        CryptographicOperations.ZeroMemory(wrappingKey);
        return wrapped;
    }
}
