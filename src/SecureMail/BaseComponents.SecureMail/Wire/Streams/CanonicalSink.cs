namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Passes on what is written with all line ends brought to CRLF, the form that is signed (RFC 8551 section 3.1.1).</summary>
internal sealed class CanonicalSink(Stream target) : SinkStream
{
    private bool _isAfterReturn;

    /// <summary>Whether anything was not in that form.</summary>
    public bool HasChanged { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var start = 0;
        for (var searched = 0; buffer[searched..].IndexOf((byte)'\n') is >= 0 and var index;)
        {
            var position = searched + index;
            searched = position + 1;
            if (position > 0 ? buffer[position - 1] == '\r' : _isAfterReturn)
                continue;
            target.Write(buffer[start..position]);
            target.Write("\r"u8);
            (start, HasChanged) = (position, true);
        }

        target.Write(buffer[start..]);
        if (!buffer.IsEmpty)
            _isAfterReturn = buffer[^1] == '\r';
    }
}
