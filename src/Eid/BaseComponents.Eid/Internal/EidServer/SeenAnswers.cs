using System.Security.Cryptography;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>The successes of the last minutes, by their signatures: one that comes again is a copy. Older ones are refused for their age.</summary>
internal sealed class SeenAnswers(TimeSpan memory, TimeProvider clock)
{
    private const int Most = 100_000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = new();

    /// <summary>Whether the answer is new; from now on it is not.</summary>
    /// <exception cref="EidException"><c>eid.server-busy</c></exception>
    public bool IsNew(ReadOnlyMemory<byte> signature)
    {
        var key = Convert.ToHexString(SHA256.HashData(signature.Span));
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && oldest.Until < now)
                _seen.Remove(_order.Dequeue().Key);
            if (_seen.Count >= Most)
                throw ServerFaults.TooManyAnswers();
            if (!_seen.Add(key))
                return false;
            _order.Enqueue((key, now + memory));
            return true;
        }
    }
}
