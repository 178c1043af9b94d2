using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads the lines of a file that may be in UTF-8 or in the code page of old files of the office of statistics (Windows-1252, of which ISO-8859-1
/// is a part). A byte order mark says UTF-8; without one the first line with a byte beyond ASCII decides: UTF-8 if it is valid UTF-8, otherwise
/// the code page, from there to the end. A line may not be longer than a limit.
/// </summary>
internal sealed class OfficialLines(Stream stream, int longest)
{
    // The provider is asked itself: to register it would change the whole process.
    private static readonly Encoding CodePage = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly byte[] _line = new byte[longest];
    private Encoding? _encoding;
    private bool _begun;
    private int _next;
    private int _end;

    /// <summary>The next line without its end; null after the last.</summary>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    /// <exception cref="DecoderFallbackException">The file is in UTF-8 up to here, and this line is not.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (_next < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var end = _buffer.AsSpan(_next, _end - _next).IndexOf((byte)'\n');
            var part = _buffer.AsSpan(_next, (end < 0 ? _end : _next + end) - _next);
            if (length + part.Length > longest)
                throw new InvalidDataException($"A line is longer than {longest} bytes.");
            part.CopyTo(_line.AsSpan(length));
            length += part.Length;
            _next = end < 0 ? _end : _next + end + 1;
            if (end >= 0)
                return Decode(_line.AsSpan(0, length));
        }

        return length > 0 ? Decode(_line.AsSpan(0, length)) : null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _next = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        if (!_begun && line.StartsWith("\uFEFF"u8))
        {
            _encoding = Utf8;
            line = line["\uFEFF"u8.Length..];
        }

        _begun = true;
        if (_encoding is null && !Ascii.IsValid(line))
            _encoding = System.Text.Unicode.Utf8.IsValid(line) ? Utf8 : CodePage;
        return (_encoding ?? Utf8).GetString(line).TrimEnd('\r');
    }
}
