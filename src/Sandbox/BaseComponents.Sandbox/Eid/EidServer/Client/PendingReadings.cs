using System.Collections.Concurrent;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>A page that was shown and that nobody has decided yet.</summary>
/// <param name="Token">What the application handed over.</param>
/// <param name="Session">What the server knows under its key.</param>
internal sealed record PendingReading(TcToken Token, EidSession Session);

/// <summary>Pages that wait for a person. Each is decided once.</summary>
internal sealed class PendingReadings(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, PendingReading> _open = new(StringComparer.Ordinal);

    public string Add(PendingReading reading)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _open)
            if (entry.Session.Until < now)
                _open.TryRemove(old, out _);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _open[ticket] = reading;
        return ticket;
    }

    public PendingReading? Take(string ticket) => _open.TryRemove(ticket, out var reading) && reading.Session.Until >= clock.GetUtcNow() ? reading : null;
}
