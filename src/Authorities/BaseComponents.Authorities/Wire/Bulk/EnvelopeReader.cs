namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>
/// Reads the JSON around a page of XZuFi as a stream: the page itself is one string, which may be hundreds of megabytes and is passed on
/// piece by piece. Members that nobody knows are passed over; one that stands twice says nothing.
/// </summary>
internal sealed class EnvelopeReader
{
    private const int Window = 64 * 1024;
    private const int LongestAddress = 4096;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly EnvelopeBytes _bytes;
    private readonly EnvelopeValues _values;
    private readonly ITextSink _objects;
    private bool? _isComplete;
    private long? _nextIndex;
    private string? _nextAddress;

    private EnvelopeReader(EnvelopeBytes bytes, ITextSink objects)
    {
        (_bytes, _objects) = (bytes, objects);
        _values = new EnvelopeValues(bytes);
    }

    /// <param name="answer">The answer, from its first byte on.</param>
    /// <param name="objects">Takes the page.</param>
    /// <param name="window">How much of the answer is in memory; at least 128 bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">It is no envelope.</exception>
    /// <exception cref="BrokenOffException">It ended too early.</exception>
    public static Task<Envelope> ReadAsync(Stream answer, ITextSink objects, int window = Window, CancellationToken cancellationToken = default) =>
        new EnvelopeReader(new EnvelopeBytes(answer, window, cancellationToken), objects).ReadAsync();

    private async Task<Envelope> ReadAsync()
    {
        await _bytes.SkipMarkAsync().ConfigureAwait(false);
        if (await _bytes.PeekAsync().ConfigureAwait(false) != (byte)'{')
            throw new InvalidDataException("It is no JSON object.");
        await _values.EachAsync((byte)'}', TakeMemberAsync).ConfigureAwait(false);
        await _bytes.EndAsync().ConfigureAwait(false);
        return new Envelope(_isComplete ?? throw new InvalidDataException("'vollstaendig' is missing."), _nextIndex, _nextAddress);
    }

    private async ValueTask TakeMemberAsync()
    {
        var name = await _values.NameAsync().ConfigureAwait(false);
        switch (name)
        {
            case "xzufiObjekte" when _seen.Add(name):
                await _values.TextOrNullAsync(_objects).ConfigureAwait(false);
                break;
            case "vollstaendig" when _seen.Add(name):
                _isComplete = await _values.BooleanAsync().ConfigureAwait(false);
                break;
            case "naechsterIndex" when _seen.Add(name):
                _nextIndex = await _values.NumberOrNullAsync().ConfigureAwait(false);
                break;
            case "naechsteAnfrageUrl" when _seen.Add(name):
                _nextAddress = await _values.ShortTextOrNullAsync(LongestAddress).ConfigureAwait(false);
                break;
            case "xzufiObjekte" or "vollstaendig" or "naechsterIndex" or "naechsteAnfrageUrl":
                throw new InvalidDataException($"'{name}' stands twice.");
            default:
                await _values.SkipAsync().ConfigureAwait(false);
                break;
        }
    }
}
