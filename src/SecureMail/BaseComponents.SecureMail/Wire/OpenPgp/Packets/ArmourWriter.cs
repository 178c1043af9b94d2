using System.Text;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Packets;

/// <summary>Writes the text form of OpenPGP (RFC 9580 section 6.2), many lines at a time; with the checksum, without which GnuPG 2.2 reads on into the closing line.</summary>
internal sealed class ArmourWriter : SinkStream
{
    private readonly Stream _output;
    private readonly string _label;
    private readonly Base64Lines _lines = new();
    private readonly Crc24 _checksum = new();
    private readonly byte[] _piece = new byte[Base64Lines.PieceLength];
    private int _filled;

    public ArmourWriter(Stream output, string label)
    {
        (_output, _label) = (output, label);
        Append($"-----BEGIN PGP {label}-----\r\n\r\n");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..count].CopyTo(_piece.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == _piece.Length)
                Encode();
        }
    }

    /// <summary>Writes what was kept back, the checksum and the closing line.</summary>
    public void Finish()
    {
        Encode();
        Append($"={Convert.ToBase64String([(byte)(_checksum.Value >> 16), (byte)(_checksum.Value >> 8), (byte)_checksum.Value])}\r\n-----END PGP {_label}-----\r\n");
    }

    private void Encode()
    {
        var start = 0;
        for (; start + 3 <= _filled; start += 3)
            _checksum.Update3(_piece, start);
        for (; start < _filled; start++)
            _checksum.Update(_piece[start]);
        _output.Write(_lines.Encode(_piece.AsSpan(0, _filled)).Span);
        _filled = 0;
    }

    private void Append(string text) => _output.Write(Encoding.ASCII.GetBytes(text));
}
