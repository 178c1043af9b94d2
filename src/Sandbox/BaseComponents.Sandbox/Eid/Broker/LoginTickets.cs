using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>One ticket per page shown: nobody is logged in who did not see the page for this very request.</summary>
internal sealed class LoginTickets(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (string Request, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);

    public string Issue(string request)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _open)
            if (entry.Until < now)
                _open.TryRemove(old, out _);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _open[ticket] = (request, now + Life);
        return ticket;
    }

    public bool TryTake(string ticket, string request) =>
        _open.TryRemove(ticket, out var entry) && entry.Request == request && entry.Until >= clock.GetUtcNow();
}
