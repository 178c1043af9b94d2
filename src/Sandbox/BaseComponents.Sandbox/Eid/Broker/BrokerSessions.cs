using System.Collections.Concurrent;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>A log-in that an application may be told the end of.</summary>
internal sealed record BrokerSession(string Id, string Person, string Subject, string Client, Uri LogoutAddress, DateTimeOffset Since);

/// <summary>The log-ins of the last hours, and which of them lost what they had because a code was used twice.</summary>
internal sealed class BrokerSessions(TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan _kept = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<string, BrokerSession> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _revoked = new(StringComparer.Ordinal);

    public IReadOnlyList<BrokerSession> Open => [.. _open.Values.OrderByDescending(session => session.Since)];

    public void Add(string id, string person, string subject, string client, Uri returnAddress)
    {
        foreach (var (old, session) in _open)
            if (session.Since + _kept < clock.GetUtcNow() || _open.Count > Most)
                _open.TryRemove(old, out _);
        // Applications of the Sandbox wait at the path that the settings name, on the host that the browser returned to.
        _open[id] = new BrokerSession(id, person, subject, client, new Uri(returnAddress, BrokerSettings.LogoutPath), clock.GetUtcNow());
    }

    public BrokerSession? Take(string id) => _open.TryRemove(id, out var session) ? session : null;

    /// <summary>All that was given out for this log-in is worth nothing from now on.</summary>
    public void Revoke(string? id)
    {
        foreach (var (old, since) in _revoked)
            if (since + _kept < clock.GetUtcNow())
                _revoked.TryRemove(old, out _);
        if (id is not null)
            _revoked[id] = clock.GetUtcNow();
    }

    public bool IsRevoked(string? id) => id is not null && _revoked.ContainsKey(id);
}
