using System.Buffers;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>The octets below a reader: buffered, counted, and copied while somebody wants them as a whole. The source ending early is malformed.</summary>
internal sealed class BerInput(Stream source)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private ArrayBufferWriter<byte>? _copy;
    private int _copyLimit;

    public long Position { get; private set; }

    public bool IsAtEnd => !Fill();

    public byte PeekByte() => Fill() ? _buffer[_start] : throw BerReader.Malformed();

    public byte ReadByte()
    {
        var next = PeekByte();
        Advance(1);
        return next;
    }

    public int Read(Span<byte> target)
    {
        if (_start == _end && target.Length >= _buffer.Length && _copy is null)
            return ReadPast(target);
        if (!Fill())
            throw BerReader.Malformed();
        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        Advance(count);
        return count;
    }

    public void Skip(long count)
    {
        for (; count > 0; Advance((int)Math.Min(count, _end - _start), ref count))
        {
            if (!Fill())
                throw BerReader.Malformed();
        }
    }

    /// <summary>From now on everything that is read is kept as well, up to the limit.</summary>
    public void BeginCopy(int limit) => (_copy, _copyLimit) = (new ArrayBufferWriter<byte>(), limit);

    /// <summary>What was read since.</summary>
    public byte[] EndCopy()
    {
        var octets = _copy!.WrittenSpan.ToArray();
        _copy = null;
        return octets;
    }

    private int ReadPast(Span<byte> target)
    {
        var count = source.Read(target);
        Position += count;
        return count > 0 ? count : throw BerReader.Malformed();
    }

    private bool Fill()
    {
        if (_start < _end)
            return true;
        _start = 0;
        _end = source.Read(_buffer);
        return _end > 0;
    }

    private void Advance(int step, ref long left)
    {
        Advance(step);
        left -= step;
    }

    private void Advance(int count)
    {
        if (_copy is not null)
            Keep(_buffer.AsSpan(_start, count));
        _start += count;
        Position += count;
    }

    private void Keep(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > _copyLimit - _copy!.WrittenCount)
            throw BerReader.Malformed();
        _copy.Write(octets);
    }
}
