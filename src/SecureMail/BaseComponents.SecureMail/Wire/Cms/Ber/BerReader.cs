namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>
/// Walks through nested elements of BER (X.690) forwards, with definite and indefinite lengths. Every element must end inside the one around it;
/// whatever the containers of a cryptographic message do not need (tags of several octets, more than <see cref="BerLimits"/>) is malformed.
/// </summary>
internal sealed class BerReader(Stream source)
{
    private const long Indefinite = -1;

    private readonly BerInput _input = new(source);
    private readonly Stack<Frame> _frames = new();

    public long Position => _input.Position;

    /// <summary>Whether the element that was entered last has another one inside; outside of all, whether the source goes on.</summary>
    public bool HasMore => PeekTag() != BerTag.EndOfContents;

    /// <summary>Octets left in the element that was entered last, which must be one of definite length.</summary>
    public long Remaining => _frames.Peek() is { End: >= 0 } frame ? frame.End - Position : throw Malformed();

    /// <summary>The next identifier, or <see cref="BerTag.EndOfContents"/> where the element around ends.</summary>
    public byte PeekTag()
    {
        if (!_frames.TryPeek(out var frame))
            return _input.IsAtEnd ? BerTag.EndOfContents : NotZero(_input.PeekByte());
        if (frame.End == Indefinite)
            return _input.PeekByte();
        return Position < frame.End ? NotZero(_input.PeekByte()) : BerTag.EndOfContents;
    }

    public void Enter(byte tag)
    {
        if (PeekTag() != tag || _frames.Count == BerLimits.Depth)
            throw Malformed();
        var length = ReadHeader();
        var end = length == Indefinite ? Indefinite : Position + length;
        _frames.Push(new Frame(end, end == Indefinite ? Bound : end));
    }

    /// <summary>Leaves the element that was entered last; it must have been read to its end.</summary>
    public void Leave()
    {
        var frame = _frames.Pop();
        if (frame.End == Indefinite)
            ReadEndOfContents();
        if (frame.End >= 0 ? Position != frame.End : Position > Bound)
            throw Malformed();
    }

    /// <summary>The next element as a whole, header included.</summary>
    public byte[] ReadElement(byte tag, int limit = BerLimits.ElementLength)
    {
        if (PeekTag() != tag)
            throw Malformed();
        _input.BeginCopy(limit);
        var open = 0;
        do
        {
            if (open > 0 && _input.PeekByte() == BerTag.EndOfContents)
                open = ReadEndOfContents(open);
            else if (ReadHeader() is >= 0 and var length)
                _input.Skip(length);
            else if (++open > BerLimits.ElementDepth)
                throw Malformed();
        }
        while (open > 0);
        return Position <= Bound ? _input.EndCopy() : throw Malformed();
    }

    /// <summary>Octets of a primitive element, at least one.</summary>
    public int ReadOctets(Span<byte> buffer) => _input.Read(buffer);

    public static CmsException Malformed() => new(CmsProblem.Malformed);

    private long Bound => _frames.TryPeek(out var frame) ? frame.Bound : long.MaxValue;

    private static byte NotZero(byte tag) => tag != BerTag.EndOfContents ? tag : throw Malformed();

    private int ReadEndOfContents(int open)
    {
        ReadEndOfContents();
        return open - 1;
    }

    private void ReadEndOfContents()
    {
        if (_input.ReadByte() != 0 || _input.ReadByte() != 0)
            throw Malformed();
    }

    private long ReadHeader()
    {
        var tag = NotZero(_input.ReadByte());
        if ((tag & 0x1F) == 0x1F)
            throw Malformed();
        var length = _input.ReadByte() switch
        {
            < 0x80 and var small => small,
            0x80 => (tag & BerTag.Constructed) != 0 ? Indefinite : throw Malformed(),
            var first => ReadLength(first & 0x7F),
        };
        return length <= Bound - Position ? length : throw Malformed();
    }

    private long ReadLength(int octets)
    {
        if (octets > sizeof(long))
            throw Malformed();
        ulong length = 0;
        for (var octet = 0; octet < octets; octet++)
            length = (length << 8) | _input.ReadByte();
        return length <= long.MaxValue / 2 ? (long)length : throw Malformed();
    }

    /// <param name="End">Where the element ends, or <see cref="Indefinite"/>.</param>
    /// <param name="Bound">Where the innermost element of definite length around its content ends.</param>
    private readonly record struct Frame(long End, long Bound);
}
