using System.Collections.Concurrent;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>
/// Keeps what was fetched until its issuer has news. Whoever asks while a fetch is under way waits for that one; a fetch that brought nothing is not repeated at once.
/// </summary>
internal sealed class RevocationCache<T>(TimeProvider clock)
    where T : class
{
    // As many lists as a town meets; the oldest make room.
    private const int MaxEntries = 1000;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="key">What is fetched, and from whom.</param>
    /// <param name="fetch">Fetches it, with the time until which it counts; null when nothing usable came.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch that others wait for too.</param>
    public async Task<T?> GetAsync(string key, Func<Task<(T Value, DateTimeOffset Until)?>> fetch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_entries.TryGetValue(key, out var known) && known.IsFresh(now))
            return await known.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        MakeRoom();
        var fresh = new Entry(now);
        var taken = known is null ? _entries.GetOrAdd(key, fresh) : _entries.TryUpdate(key, fresh, known) ? fresh : _entries.GetValueOrDefault(key, fresh);
        if (ReferenceEquals(taken, fresh))
            _ = fresh.FillAsync(fetch);
        return await taken.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void MakeRoom()
    {
        if (_entries.Count < MaxEntries)
            return;
        foreach (var (key, _) in _entries.OrderBy(static entry => entry.Value.Begun).Take(MaxEntries / 10))
            _entries.TryRemove(key, out _);
    }

    private sealed class Entry(DateTimeOffset begun)
    {
        private readonly TaskCompletionSource<T?> _value = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private DateTimeOffset _until = begun + RetryAfter;

        public DateTimeOffset Begun => begun;

        public Task<T?> Value => _value.Task;

        public bool IsFresh(DateTimeOffset now) => !_value.Task.IsCompleted || now < _until;

        public async Task FillAsync(Func<Task<(T Value, DateTimeOffset Until)?>> fetch)
        {
            try
            {
                var found = await fetch().ConfigureAwait(false);
                _until = found?.Until ?? _until;
                _value.SetResult(found?.Value);
            }
            catch (Exception exception)
            {
                _value.SetException(exception);
            }
        }
    }
}
