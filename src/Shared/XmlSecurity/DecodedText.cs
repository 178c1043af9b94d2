using System.Buffers;
using System.Text;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Octets decoded as strict UTF-8, in memory that is used anew by others afterwards and wiped before.</summary>
internal sealed class DecodedText : TextReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private char[] _units;
    private readonly int _length;
    private int _position;

    /// <exception cref="XmlRefusedException">The octets are no UTF-8.</exception>
    public DecodedText(ReadOnlySpan<byte> utf8)
    {
        _units = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            _length = Strict.GetChars(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8, _units);
        }
        catch (DecoderFallbackException)
        {
            Dispose();
            throw new XmlRefusedException("xml-not-utf8");
        }
    }

    public ReadOnlySpan<char> Whole => _units.AsSpan(0, _length);

    public override int Peek() => _position < _length ? _units[_position] : -1;

    public override int Read() => _position < _length ? _units[_position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var next = Whole[_position..];
        next = next[..Math.Min(next.Length, buffer.Length)];
        next.CopyTo(buffer);
        _position += next.Length;
        return next.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (_units.Length > 0)
            ArrayPool<char>.Shared.Return(_units, clearArray: true);
        _units = [];
        base.Dispose(disposing);
    }
}
