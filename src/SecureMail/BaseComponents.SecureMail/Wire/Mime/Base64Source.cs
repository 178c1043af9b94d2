using System.Buffers;
using System.Buffers.Text;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// Undoes base64 (RFC 2045 section 6.8), many lines at a time: line ends are taken out, the rest is decoded in one call. Other characters are passed over, and what follows the
/// padding is read and ignored.
/// </summary>
internal sealed class Base64Source(Stream source) : SourceStream
{
    private const int PieceLength = 64 * 1024;
    private const int Quartet = 4;
    private static readonly SearchValues<byte> _letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);
    private readonly byte[] _input = new byte[PieceLength];
    private readonly byte[] _letterBuffer = new byte[PieceLength + Quartet];
    private readonly byte[] _decoded = new byte[PieceLength];
    private int _kept;
    private int _start;
    private int _end;
    private bool _isPadded;
    private bool _isAtEnd;

    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_isAtEnd)
            Decode();
        var count = Math.Min(buffer.Length, _end - _start);
        _decoded.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    private void Decode()
    {
        var read = source.Read(_input);
        _isAtEnd = read == 0;
        (_start, _end) = (0, 0);
        if (_isPadded)
            return;
        var letters = _kept + Collect(_input.AsSpan(0, read), _letterBuffer.AsSpan(_kept));
        var padding = _letterBuffer.AsSpan(0, letters).IndexOf((byte)'=');
        _isPadded = padding >= 0;
        DecodeLetters(_isPadded ? padding : letters);
    }

    // The last quartet may be short: two letters make one octet, three make two; one makes none.
    private void DecodeLetters(int letters)
    {
        var whole = letters / Quartet * Quartet;
        Base64.DecodeFromUtf8(_letterBuffer.AsSpan(0, whole), _decoded, out _, out _end);
        _kept = letters - whole;
        _letterBuffer.AsSpan(whole, _kept).CopyTo(_letterBuffer);
        if (_kept < 2 || !(_isPadded || _isAtEnd))
            return;
        Span<byte> last = [_letterBuffer[0], _letterBuffer[1], _kept > 2 ? _letterBuffer[2] : (byte)'A', (byte)'A'];
        Span<byte> octets = stackalloc byte[3];
        Base64.DecodeFromUtf8(last, octets, out _, out _);
        octets[..(_kept - 1)].CopyTo(_decoded.AsSpan(_end));
        _end += _kept - 1;
        _kept = 0;
    }

    private static int Collect(ReadOnlySpan<byte> input, Span<byte> letters)
    {
        var count = 0;
        while (!input.IsEmpty)
        {
            var run = input.IndexOfAnyExcept(_letters);
            var length = run < 0 ? input.Length : run;
            input[..length].CopyTo(letters[count..]);
            count += length;
            input = input[Math.Min(length + 1, input.Length)..];
        }

        return count;
    }
}
