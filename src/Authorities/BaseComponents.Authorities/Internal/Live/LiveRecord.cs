using System.Collections.Concurrent;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>What the status says about live sources: the last failure, and the values that wait for a person.</summary>
internal sealed class LiveRecord
{
    private const int MostHeld = 1000;
    private readonly ConcurrentDictionary<(OfficeId Office, string Field), ChangedValue> _held = [];
    private volatile AuthoritiesException? _lastFailure;

    public AuthoritiesException? LastFailure => _lastFailure;

    public IReadOnlyList<ChangedValue> Held => [.. _held.Values.OrderBy(change => change.OfficeName, StringComparer.Ordinal).ThenBy(change => change.Field, StringComparer.Ordinal)];

    /// <summary>Says how the last question went.</summary>
    public void Report(AuthoritiesException? failure) => _lastFailure = failure;

    /// <summary>Says what waits for a person: of one property of a unit the value that was named last.</summary>
    /// <returns>Whether it was not waiting yet.</returns>
    public bool Hold(ChangedValue change)
    {
        var (key, isNew) = ((change.Office, change.Field), true);
        if (_held.Count >= MostHeld && !_held.ContainsKey(key))
            return false;
        _held.AddOrUpdate(
            key,
            change,
            (_, before) =>
            {
                isNew = before.Confirmation != change.Confirmation;
                return change;
            });
        return isNew;
    }

    /// <summary>Says that nothing waits: the live value is known, confirmed or no longer named.</summary>
    public void Release(OfficeId office, string field) => _held.TryRemove((office, field), out _);
}
