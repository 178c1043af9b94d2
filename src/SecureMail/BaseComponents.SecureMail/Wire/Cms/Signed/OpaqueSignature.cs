using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>SignedData around its content, in one pass: the content goes to the output in pieces, the signature follows it.</summary>
internal sealed class OpaqueSignature : SinkStream
{
    private readonly CmsSigning _signing;
    private readonly SignatureScheme _scheme;
    private readonly IncrementalHash _hash;
    private readonly BerWriter _writer;
    private readonly BerOctetSink _octets;

    public OpaqueSignature(Stream output, CmsSigning signing)
    {
        (_signing, _scheme) = (signing, SignatureScheme.For(signing.Certificate, signing.Padding));
        _hash = IncrementalHash.CreateHash(_scheme.Hash);
        _writer = new BerWriter(output);
        _writer.Begin(BerTag.Sequence, null);
        _writer.WriteElement(Encode(writer => writer.WriteObjectIdentifier(CmsOids.SignedData)));
        _writer.Begin(BerTag.Explicit(0), null);
        _writer.Begin(BerTag.Sequence, null);
        _writer.WriteElement(Encode(WriteHead));
        _writer.Begin(BerTag.Sequence, null);
        _writer.WriteElement(Encode(writer => writer.WriteObjectIdentifier(CmsOids.Data)));
        _writer.Begin(BerTag.Explicit(0), null);
        _octets = new BerOctetSink(_writer, BerTag.OctetString, null);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _octets.Write(buffer);
    }

    /// <exception cref="CmsException">The key does not sign.</exception>
    public void Finish()
    {
        _octets.Finish();
        _writer.End();
        _writer.End();
        _writer.WriteElement(Encode(writer => SignerWriter.Write(writer, _signing, _scheme, _hash.GetCurrentHash())));
        _writer.End();
        _writer.End();
        _writer.End();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            _octets.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteHead(AsnWriter writer)
    {
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            _scheme.Digest.Write(writer);
    }

    private static byte[] Encode(Action<AsnWriter> write)
    {
        // Several values one after the other are no single encoding; a sequence around them that is cut off again makes them one.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            write(writer);
        return new AsnReader(writer.Encode(), AsnEncodingRules.DER).PeekContentBytes().ToArray();
    }
}
