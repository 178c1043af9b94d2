using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Ber;

/// <summary>The octets of an OCTET STRING, in one piece or in many (X.690 section 8.7). At its end the string has been left.</summary>
internal sealed class BerOctetSource(BerReader reader, byte primitiveTag) : SourceStream
{
    private int _depth;
    private int _chunks;
    private bool _isBegun;
    private bool _isInPiece;

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && MoveToOctets())
        {
            if (reader.Remaining is > 0 and var left)
                return reader.ReadOctets(buffer[..(int)Math.Min(buffer.Length, left)]);
            reader.Leave();
            _isInPiece = false;
        }

        return 0;
    }

    private bool MoveToOctets()
    {
        while (!_isInPiece && (!_isBegun || _depth > 0))
            Step();
        return _isInPiece;
    }

    private void Step()
    {
        var tag = reader.PeekTag();
        var primitive = _isBegun ? BerTag.OctetString : primitiveTag;
        if (tag == primitive)
            (_isBegun, _isInPiece) = (true, Enter(tag));
        else if (tag == (primitive | BerTag.Constructed) && _depth < BerLimits.OctetStringDepth)
            (_isBegun, _depth) = (Enter(tag), _depth + 1);
        else if (tag == BerTag.EndOfContents && _isBegun)
            Leave();
        else
            throw BerReader.Malformed();
    }

    private bool Enter(byte tag)
    {
        if (++_chunks > BerLimits.Chunks)
            throw BerReader.Malformed();
        reader.Enter(tag);
        return true;
    }

    private void Leave()
    {
        reader.Leave();
        _depth--;
    }
}
