using System.Buffers;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>
/// Reads lines that end with CR LF and nothing else. A bare CR or LF ends the connection: programs disagree on whether it ends a line,
/// and that is how a second mail is smuggled inside the first.
/// </summary>
internal sealed class SmtpLineReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16384];
    private readonly ArrayBufferWriter<byte> _line = new(SmtpLimits.TextLine);
    private int _start;
    private int _end;

    /// <returns>The line without its end, valid until the next call; null at the end of the stream.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(int maxLength, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
                return null;
            if (TakeLine(maxLength))
                return _line.WrittenMemory[..^2];
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }

    // Moves bytes up to and with the next LF into the line; true when a line is complete.
    private bool TakeLine(int maxLength)
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var feed = rest.IndexOf((byte)'\n');
        var taken = feed < 0 ? rest : rest[..(feed + 1)];
        _line.Write(taken);
        _start += taken.Length;
        if (_line.WrittenCount > maxLength)
            throw new SmtpAbort("500 5.5.6 Line too long");
        if (feed < 0)
            return false;
        CheckEnd(_line.WrittenSpan);
        return true;
    }

    private static void CheckEnd(ReadOnlySpan<byte> line)
    {
        if (line.Length < 2 || line[^2] != '\r' || line[..^2].Contains((byte)'\r'))
            throw new SmtpAbort("521 5.5.2 Lines must end with CR LF; a bare CR or LF is not accepted");
    }
}
