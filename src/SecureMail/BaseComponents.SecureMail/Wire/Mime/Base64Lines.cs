using System.Buffers.Text;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Base64 in lines of 76 characters with CRLF (RFC 2045 section 6.8), many lines at a time: one call for all of them, then they are moved apart.</summary>
internal sealed class Base64Lines
{
    /// <summary>Whole lines: only the last piece of a content may be shorter.</summary>
    public const int PieceLength = OctetsPerLine * LinesPerPiece;

    private const int OctetsPerLine = 57;
    private const int LineLength = 76;
    private const int LinesPerPiece = 1024;
    private byte[] _characters = [];
    private byte[] _lines = [];

    /// <returns>The lines, each with its CRLF, until the next call.</returns>
    public ReadOnlyMemory<byte> Encode(ReadOnlySpan<byte> piece)
    {
        MakeRoom((piece.Length + OctetsPerLine - 1) / OctetsPerLine);
        Base64.EncodeToUtf8(piece, _characters, out _, out var length);
        var written = 0;
        for (var start = 0; start < length; start += LineLength)
        {
            var line = _characters.AsSpan(start, Math.Min(LineLength, length - start));
            line.CopyTo(_lines.AsSpan(written));
            written += line.Length;
            _lines[written++] = (byte)'\r';
            _lines[written++] = (byte)'\n';
        }

        return _lines.AsMemory(0, written);
    }

    private void MakeRoom(int lines)
    {
        if (_characters.Length < LineLength * lines)
            (_characters, _lines) = (new byte[LineLength * lines], new byte[(LineLength + 2) * lines]);
    }
}
