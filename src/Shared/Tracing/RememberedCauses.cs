using System.Collections.Concurrent;
using System.Diagnostics;

namespace BaseComponents.Shared.Tracing;

/// <summary>
/// Which trace caused work that a background worker does later, by the key of the work. In memory only, and only the newest: a trace id that is
/// stored beside a case would lead from a log of requests to a person for as long as it lies there. After a restart, or on another node, there is no link.
/// </summary>
internal sealed class RememberedCauses(int most = 1000)
{
    private readonly ConcurrentDictionary<string, ActivityContext> _causes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public void Remember(string key)
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C } current || !_causes.TryAdd(key, current.Context))
            return;
        _order.Enqueue(key);
        while (_causes.Count > most && _order.TryDequeue(out var oldest))
            _causes.TryRemove(oldest, out _);
    }

    public IEnumerable<ActivityLink> LinksTo(params IEnumerable<string> keys)
    {
        foreach (var key in keys)
            if (_causes.TryGetValue(key, out var cause))
                yield return new ActivityLink(cause);
    }
}
