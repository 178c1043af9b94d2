using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Remembers what has been used, for longer than it is valid.</summary>
internal sealed class OnceOnly(TimeProvider clock, TimeSpan remember)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <summary>True for the first caller with this value, false for every later one.</summary>
    public bool TryUse(string value)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in _used)
            if (until < now)
                _used.TryRemove(old, out _);
        return _used.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value))), now + remember);
    }
}
