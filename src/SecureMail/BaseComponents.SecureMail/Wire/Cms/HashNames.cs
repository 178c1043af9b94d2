using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>Hash functions inside the parameters of RSA paddings (RFC 4055 section 2).</summary>
internal static class HashNames
{
    public static string Read(AsnReader reader) => NameOf(AlgorithmIdentifier.Read(reader));

    /// <summary>The hash of MGF1, the only mask generation function there is.</summary>
    public static string ReadMask(AsnReader reader)
    {
        var mask = AlgorithmIdentifier.Read(reader);
        if (mask.Oid != CmsOids.Mgf1)
            throw new CmsException(CmsProblem.UnsupportedAlgorithm);
        var parameters = new AsnReader(mask.Parameters, AsnEncodingRules.BER);
        var hash = Read(parameters);
        parameters.ThrowIfNotEmpty();
        return hash;
    }

    public static void WriteMask(AsnWriter writer, string hash)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.Mgf1);
            AlgorithmIdentifier.WithNull(hash).Write(writer);
        }
    }

    private static string NameOf(AlgorithmIdentifier hash) => hash.HasNoParameters ? hash.Oid : throw new CmsException(CmsProblem.Malformed);
}
