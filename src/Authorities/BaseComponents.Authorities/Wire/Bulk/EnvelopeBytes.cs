namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>An answer in a window of fixed size: whatever its length, no more of it is in memory.</summary>
internal sealed class EnvelopeBytes(Stream stream, int window, CancellationToken cancellationToken)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private readonly byte[] _bytes = new byte[window];
    private int _start;
    private int _end;

    /// <summary>What is there already.</summary>
    public ReadOnlyMemory<byte> Ready => _bytes.AsMemory(_start, _end - _start);

    public void Take(int count) => _start += count;

    /// <summary>Reads on behind what is there; false where nothing follows.</summary>
    public async ValueTask<bool> MoreAsync()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        var read = await ReadAsync().ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>Reads on until so many bytes are there.</summary>
    /// <exception cref="BrokenOffException">There are fewer.</exception>
    public async ValueTask NeedAsync(int count)
    {
        while (_end - _start < count)
        {
            if (!await MoreAsync().ConfigureAwait(false))
                throw new BrokenOffException();
        }
    }

    /// <summary>The first byte that is no white space; it is not taken.</summary>
    /// <exception cref="BrokenOffException">There is none.</exception>
    public async ValueTask<byte> PeekAsync() => await FindAsync().ConfigureAwait(false) ?? throw new BrokenOffException();

    /// <summary>Takes that sign.</summary>
    /// <exception cref="InvalidDataException">Another one comes.</exception>
    public async ValueTask ExpectAsync(byte sign)
    {
        if (await PeekAsync().ConfigureAwait(false) != sign)
            throw new InvalidDataException($"'{(char)sign}' is missing.");
        Take(1);
    }

    /// <summary>Passes over a byte order mark.</summary>
    public async ValueTask SkipMarkAsync()
    {
        while (_end < Mark.Length && await MoreAsync().ConfigureAwait(false))
        {
            // Answers may arrive byte by byte.
        }

        if (Ready.Span.StartsWith(Mark))
            Take(Mark.Length);
    }

    /// <summary>Makes sure that nothing but white space is left.</summary>
    public async ValueTask EndAsync()
    {
        if (await FindAsync().ConfigureAwait(false) is not null)
            throw new InvalidDataException("Something stands behind the object.");
    }

    private async ValueTask<byte?> FindAsync()
    {
        do
        {
            for (; _start < _end; _start++)
            {
                if (_bytes[_start] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                    return _bytes[_start];
            }
        }
        while (await MoreAsync().ConfigureAwait(false));
        return null;
    }

    private async ValueTask<int> ReadAsync()
    {
        try
        {
            return await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException and not Internal.DataTooLargeException)
        {
            throw new BrokenOffException(exception);
        }
    }
}
