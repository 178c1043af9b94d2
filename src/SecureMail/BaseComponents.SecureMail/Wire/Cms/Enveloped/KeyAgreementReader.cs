using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Reads KeyAgreeRecipientInfo with an ephemeral key; one between two long-lived keys, or with algorithms unknown here, has no entries for us.</summary>
internal static class KeyAgreementReader
{
    private const int Version = 3;
    private const int MaxUserMaterial = 1024;
    private static readonly Asn1Tag _field0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag _field1 = new(TagClass.ContextSpecific, 1);

    public static IReadOnlyList<RecipientEntry> Read(AsnReader fields)
    {
        if (!fields.TryReadInt32(out var version) || version != Version)
            throw new CmsException(CmsProblem.Malformed);
        var originator = fields.ReadSequence(_field0);
        var userMaterial = ReadUserMaterial(fields);
        var algorithm = AlgorithmIdentifier.Read(fields);
        var keys = fields.ReadSequence();
        fields.ThrowIfNotEmpty();
        var entries = ReadKeys(keys);
        return Agreement(originator, algorithm, userMaterial) is { } agreement
            ? [.. entries.Select(entry => new KeyAgreementEntry(entry.Reference, agreement, entry.Key))]
            : [];
    }

    private static KeyAgreement? Agreement(AsnReader originator, AlgorithmIdentifier algorithm, byte[]? userMaterial)
    {
        if (!originator.PeekTag().HasSameClassAndValue(_field1))
            return null;
        var publicKey = originator.ReadSequence(_field1);
        originator.ThrowIfNotEmpty();
        var kind = AlgorithmIdentifier.Read(publicKey);
        var point = publicKey.ReadBitString(out var unused);
        publicKey.ThrowIfNotEmpty();
        if (unused != 0 || DerivationOf(kind, algorithm) is not { } derivation)
            return null;
        var wrap = AlgorithmIdentifier.Read(algorithm.Parameters.ToArray());
        if (!wrap.HasNoParameters || KeyWrap.KeyLengthOf(wrap.Oid) is not { } length)
            return null;
        return new KeyAgreement(CurveOf(kind), point, derivation, wrap.Oid, length, userMaterial);
    }

    private static KeyDerivation? DerivationOf(AlgorithmIdentifier kind, AlgorithmIdentifier algorithm) => kind.Oid switch
    {
        CmsOids.EcPublicKey when KeyAgreementScheme.Find(algorithm.Oid) is { } hash => new KeyDerivation(hash),
        CmsOids.X25519 => KeyAgreementScheme.FindForX25519(algorithm.Oid),
        _ => null,
    };

    private static string? CurveOf(AlgorithmIdentifier kind)
    {
        if (kind.Oid == CmsOids.X25519)
            return kind.Oid;
        return kind.HasNoParameters ? null : new AsnReader(kind.Parameters, AsnEncodingRules.BER).ReadObjectIdentifier();
    }

    private static byte[]? ReadUserMaterial(AsnReader fields)
    {
        if (!fields.PeekTag().HasSameClassAndValue(_field1))
            return null;
        var field = fields.ReadSequence(_field1);
        var material = field.ReadOctetString();
        field.ThrowIfNotEmpty();
        return material.Length <= MaxUserMaterial ? material : throw new CmsException(CmsProblem.Malformed);
    }

    private static List<(CertificateReference Reference, byte[] Key)> ReadKeys(AsnReader keys)
    {
        var entries = new List<(CertificateReference, byte[])>();
        while (keys.HasData)
        {
            var entry = keys.ReadSequence();
            entries.Add((CertificateReference.ReadOfAgreement(entry), entry.ReadOctetString()));
            entry.ThrowIfNotEmpty();
        }

        return entries;
    }
}
