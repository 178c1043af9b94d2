using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>Writes an OCTET STRING: in pieces of 64 KiB, or in one whose length was promised beforehand.</summary>
internal sealed class BerOctetSink : PieceSink
{
    private const int ChunkLength = 64 * 1024;
    private readonly BerWriter _writer;
    private readonly long? _promised;
    private long _total;

    public BerOctetSink(BerWriter writer, byte primitiveTag, long? length)
        : base(ChunkLength)
    {
        (_writer, _promised) = (writer, length);
        if (length is { } known)
            writer.WriteHeader(primitiveTag, known);
        else
            writer.Begin((byte)(primitiveTag | BerTag.Constructed), null);
    }

    /// <exception cref="InvalidOperationException">Another length was promised.</exception>
    public void Finish()
    {
        PassOn();
        if (_promised is null)
            _writer.End();
        else if (_promised != _total)
            throw new InvalidOperationException("The content has another length than was said beforehand.");
    }

    protected override void Take(ReadOnlySpan<byte> piece)
    {
        if (!piece.IsEmpty && _promised is null)
            _writer.WriteHeader(BerTag.OctetString, piece.Length);
        _writer.WriteOctets(piece);
        _total += piece.Length;
    }
}
