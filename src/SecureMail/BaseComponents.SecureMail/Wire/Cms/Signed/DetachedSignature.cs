using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>SignedData beside its content: the content is written to it piece by piece, and only its hash is kept.</summary>
internal sealed class DetachedSignature : SinkStream
{
    private readonly CmsSigning _signing;
    private readonly IncrementalHash _hash;

    public DetachedSignature(CmsSigning signing)
    {
        (_signing, Scheme) = (signing, SignatureScheme.For(signing.Certificate, signing.Padding));
        _hash = IncrementalHash.CreateHash(Scheme.Hash);
    }

    public SignatureScheme Scheme { get; }

    public override void Write(ReadOnlySpan<byte> buffer) => _hash.AppendData(buffer);

    /// <summary>The message in DER.</summary>
    /// <exception cref="CmsException">The key does not sign.</exception>
    public byte[] Sign()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
                WriteSignedData(writer);
        }

        return writer.Encode();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private void WriteSignedData(AsnWriter writer)
    {
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            Scheme.Digest.Write(writer);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(CmsOids.Data);
        SignerWriter.Write(writer, _signing, Scheme, _hash.GetCurrentHash());
    }
}
