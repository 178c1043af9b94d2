using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>Log-ins whose page has been shown and that nobody has decided yet. Each is decided once.</summary>
internal sealed class PendingLogins(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (SamlLogin Login, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);

    public string Add(SamlLogin login)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _open)
            if (entry.Until < now)
                _open.TryRemove(old, out _);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _open[ticket] = (login, now + Life);
        return ticket;
    }

    public SamlLogin? Take(string ticket) => _open.TryRemove(ticket, out var entry) && entry.Until >= clock.GetUtcNow() ? entry.Login : null;
}
