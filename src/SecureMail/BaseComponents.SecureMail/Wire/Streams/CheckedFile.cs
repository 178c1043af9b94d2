namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Reads any place of a file whose pieces were counted when they were written, and hands out what passes the check.</summary>
internal sealed class CheckedFile : IDisposable
{
    // A place, and the piece in front of it: cipher block chaining needs both.
    private const int Kept = 2;
    private readonly Lock _using = new();
    private readonly PieceTags _tags = new();
    private readonly byte[][] _pieces = [new byte[PieceTags.PieceLength], new byte[PieceTags.PieceLength]];
    private readonly int[] _numbers = [-1, -1];
    private int _oldest;

    public void Append(ReadOnlySpan<byte> octets) => _tags.Append(octets);

    /// <exception cref="IOException">The file is not what was written.</exception>
    public void Read(FileStream file, long offset, Span<byte> buffer)
    {
        lock (_using)
        {
            while (!buffer.IsEmpty)
            {
                var skipped = (int)(offset % PieceTags.PieceLength);
                var piece = offset >= _tags.LastStart ? _tags.Last : Piece(file, (int)(offset / PieceTags.PieceLength));
                var count = Math.Min(buffer.Length, piece.Length - skipped);
                if (count <= 0)
                    throw new EndOfStreamException("The kept mail is shorter than that.");
                piece.Slice(skipped, count).CopyTo(buffer);
                offset += count;
                buffer = buffer[count..];
            }
        }
    }

    public void Dispose() => _tags.Dispose();

    private ReadOnlySpan<byte> Piece(FileStream file, int number)
    {
        var place = Array.IndexOf(_numbers, number);
        if (place >= 0)
            return _pieces[place];
        (place, _oldest) = (_oldest, (_oldest + 1) % Kept);
        _numbers[place] = -1;
        ReadWhole(file, (long)number * PieceTags.PieceLength, _pieces[place]);
        _tags.Check(number, _pieces[place]);
        _numbers[place] = number;
        return _pieces[place];
    }

    // The handle comes with everything written that is still in the buffer.
    private static void ReadWhole(FileStream file, long offset, Span<byte> buffer)
    {
        var handle = file.SafeFileHandle;
        while (!buffer.IsEmpty)
        {
            var count = RandomAccess.Read(handle, buffer, offset);
            if (count == 0)
                throw new EndOfStreamException("The kept mail is shorter than it was.");
            offset += count;
            buffer = buffer[count..];
        }
    }
}
