using System.Text;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Packets;

/// <summary>Writes the text form of OpenPGP (RFC 9580 section 6.2), many lines at a time; with the checksum, without which GnuPG 2.2 reads on into the closing line.</summary>
internal sealed class ArmourWriter : PieceSink
{
    private readonly Stream _output;
    private readonly string _label;
    private readonly Base64Lines _lines = new();
    private readonly Crc24 _checksum = new();
    private readonly byte[] _octets = new byte[Base64Lines.PieceLength];

    public ArmourWriter(Stream output, string label)
        : base(Base64Lines.PieceLength)
    {
        (_output, _label) = (output, label);
        Append($"-----BEGIN PGP {label}-----\r\n\r\n");
    }

    /// <summary>Writes what was kept back, the checksum and the closing line.</summary>
    public void Finish()
    {
        PassOn();
        Append($"={Convert.ToBase64String([(byte)(_checksum.Value >> 16), (byte)(_checksum.Value >> 8), (byte)_checksum.Value])}\r\n-----END PGP {_label}-----\r\n");
    }

    protected override void Take(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(_octets);
        var start = 0;
        for (; start + 3 <= piece.Length; start += 3)
            _checksum.Update3(_octets, start);
        for (; start < piece.Length; start++)
            _checksum.Update(piece[start]);
        _output.Write(_lines.Encode(piece).Span);
    }

    private void Append(string text) => _output.Write(Encoding.ASCII.GetBytes(text));
}
