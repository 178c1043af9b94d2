using System.Collections.Concurrent;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>What the status says about live sources: the last failure, and the values that wait for a person.</summary>
internal sealed class LiveRecord
{
    private const int MostHeld = 1000;
    private readonly ConcurrentDictionary<string, ChangedValue> _held = new(StringComparer.Ordinal);
    private volatile AuthoritiesException? _lastFailure;

    public AuthoritiesException? LastFailure => _lastFailure;

    public IReadOnlyList<ChangedValue> Held => [.. _held.Values.OrderBy(change => change.OfficeName, StringComparer.Ordinal).ThenBy(change => change.Field, StringComparer.Ordinal)];

    /// <summary>Says how the last question went.</summary>
    public void Report(AuthoritiesException? failure) => _lastFailure = failure;

    /// <returns>Whether it is new.</returns>
    public bool Hold(ChangedValue change) => _held.Count < MostHeld && _held.TryAdd(change.Confirmation, change);

    public void Release(string confirmation) => _held.TryRemove(confirmation, out _);
}
