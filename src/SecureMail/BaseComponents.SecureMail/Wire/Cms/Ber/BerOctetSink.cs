using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>Writes an OCTET STRING: in pieces of 64 KiB, or in one whose length was promised beforehand.</summary>
internal sealed class BerOctetSink : SinkStream
{
    private const int ChunkLength = 64 * 1024;
    private readonly BerWriter _writer;
    private readonly long? _promised;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private int _filled;
    private long _total;

    public BerOctetSink(BerWriter writer, byte primitiveTag, long? length)
    {
        (_writer, _promised) = (writer, length);
        if (length is { } known)
            writer.WriteHeader(primitiveTag, known);
        else
            writer.Begin((byte)(primitiveTag | BerTag.Constructed), null);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _total += buffer.Length;
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, ChunkLength - _filled);
            buffer[..count].CopyTo(_chunk.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == ChunkLength)
                WriteChunk();
        }
    }

    /// <exception cref="InvalidOperationException">Another length was promised.</exception>
    public void Finish()
    {
        WriteChunk();
        if (_promised is null)
            _writer.End();
        else if (_promised != _total)
            throw new InvalidOperationException("The content has another length than was said beforehand.");
    }

    private void WriteChunk()
    {
        if (_filled > 0 && _promised is null)
            _writer.WriteHeader(BerTag.OctetString, _filled);
        _writer.WriteOctets(_chunk.AsSpan(0, _filled));
        _filled = 0;
    }
}
