using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>
/// All that was ever said of services and offices, in order: first what there is from the beginning, then each change. The service of bulk
/// data gives it out from any place on.
/// </summary>
internal sealed class OfficeHistory
{
    private const string Document = "authorities/changes";
    private const int MostChanges = 10_000;
    private readonly Lock _changing = new();
    private readonly SandboxContext _sandbox;
    private readonly List<HistoryEntry> _entries;
    private OfficeChanges _kept;

    public OfficeHistory(SandboxContext sandbox)
    {
        _sandbox = sandbox;
        _kept = sandbox.State.Read<OfficeChanges>(Document) ?? new OfficeChanges(sandbox.Clock.GetUtcNow(), []);
        _entries = [.. SandboxOffices.Catalogue.Services.Select(service => new HistoryEntry(_kept.Begin) { Service = service }), .. SandboxOffices.All.Select(office => new HistoryEntry(_kept.Begin) { Office = office })];
        foreach (var change in _kept.Changes)
            _entries.Add(EntryOf(change));
    }

    public int Count
    {
        get
        {
            lock (_changing)
                return _entries.Count;
        }
    }

    /// <summary>The offices as they are now.</summary>
    public IReadOnlyList<SandboxOffice> Offices
    {
        get
        {
            lock (_changing)
                return [.. SandboxOffices.All.Select(office => Latest(office.Id)).OfType<SandboxOffice>()];
        }
    }

    public IReadOnlyList<HistoryEntry> From(int index, int count)
    {
        lock (_changing)
            return _entries.GetRange(index, Math.Min(count, _entries.Count - index));
    }

    /// <summary>Changes an office; false where there is none of that identifier any more, or too much was changed.</summary>
    public bool TryChange(OfficeChange change)
    {
        lock (_changing)
        {
            if (Latest(change.Office) is null || _kept.Changes.Count >= MostChanges)
                return false;
            var dated = change with { At = _sandbox.Clock.GetUtcNow() };
            _kept = _kept with { Changes = [.. _kept.Changes, dated] };
            // A place in the history that was given out is the same one after a restart.
            _sandbox.State.Write(Document, _kept);
            _entries.Add(EntryOf(dated));
            return true;
        }
    }

    private HistoryEntry EntryOf(OfficeChange change)
    {
        var office = Latest(change.Office)!;
        return change.IsDeleted
            ? new HistoryEntry(change.At) { Deleted = office }
            : new HistoryEntry(change.At) { Office = office with { Name = change.Name ?? office.Name, MailAddress = change.MailAddress ?? office.MailAddress } };
    }

    private SandboxOffice? Latest(string id) => _entries.FindLast(entry => (entry.Office ?? entry.Deleted)?.Id == id)?.Office;
}

/// <summary>One thing that was said: exactly one of the three.</summary>
/// <param name="At">When.</param>
internal sealed record HistoryEntry(DateTimeOffset At)
{
    public ServiceEntry? Service { get; init; }

    public SandboxOffice? Office { get; init; }

    public SandboxOffice? Deleted { get; init; }
}
