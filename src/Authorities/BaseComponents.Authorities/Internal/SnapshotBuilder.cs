using BaseComponents.Authorities.Internal.Merging;
using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal;

/// <summary>Collects the objects of all deliveries and ties them together when the last one is read: they come in any order.</summary>
internal sealed class SnapshotBuilder : IXzufiSink
{
    private readonly MessageLog _messages = new();
    private readonly MergedObjects<XzufiService> _services;
    private readonly MergedObjects<UnitRecord> _units;
    private readonly MergedObjects<OnlineRecord> _onlineServices;
    private readonly MergedCompetences _competences;

    public SnapshotBuilder()
    {
        _services = new MergedObjects<XzufiService>(_messages);
        _units = new MergedObjects<UnitRecord>(_messages);
        _onlineServices = new MergedObjects<OnlineRecord>(_messages);
        _competences = new MergedCompetences(_messages);
    }

    public FindingLog Findings { get; init; } = new();

    /// <summary>Objects and deletions since the last <see cref="Begin"/>.</summary>
    public long Objects { get; private set; }

    /// <summary>When the message being read was made, as far as it says.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    /// <summary>The next file begins.</summary>
    /// <param name="source">The file.</param>
    /// <param name="page">Its place among the pages of bulk data; 0 for any other file.</param>
    public void Begin(string source, int page = 0)
    {
        Findings.Source = source;
        (Objects, CreatedAt) = (0, null);
        _messages.Begin(page);
    }

    public void Stamp(MessageStamp stamp)
    {
        CreatedAt = stamp.CreatedAt;
        _messages.Stamp(stamp);
    }

    public void Write(XzufiService service) =>
        _services.Write(service.Id, service, Hashes.Of(SnapshotRecords.Write(DescriptionOf(service), SnapshotJson.Default.ServiceRecord)), Next());

    public void Write(XzufiUnit unit)
    {
        var standing = Next();
        var record = DraftContent.RecordOf(unit.Office);
        var days = Days.Of(unit.Validity);
        _units.Write(unit.Office.Id, new UnitRecord(record, days, AccountServices.AreNamed(unit.Office)), _competences.HashOfHolder(record, days, unit.Competences), standing);
        WriteInner(unit.Competences, standing);
    }

    public void Write(XzufiOnlineService onlineService)
    {
        var standing = Next();
        var record = SnapshotRecords.Write(onlineService.Service, SnapshotJson.Default.OnlineService);
        var days = Days.Of(onlineService.Validity);
        _onlineServices.Write(onlineService.Service.Id, new OnlineRecord(onlineService.Service, days), _competences.HashOfHolder(record, days, onlineService.Competences), standing);
        WriteInner(onlineService.Competences, standing);
    }

    public void Write(XzufiCompetence competence)
    {
        if (competence.Id is not null)
            _competences.Write(competence, Days.Of(competence.Validity), isInner: false, Next());
        else
            Report("zustaendigkeitTransferObjekt", "", "It has no id.");
    }

    public void Delete(string kind, OfficeId id)
    {
        // Deletions of objects that never came are usual.
        switch (kind)
        {
            case "Leistung":
                _services.Delete(id, Next());
                break;
            case "Organisationseinheit":
                _units.Delete(id, Next());
                break;
            case "Onlinedienst":
                _onlineServices.Delete(id, Next());
                break;
            case "Zustaendigkeit":
                _competences.Delete(id, Next());
                break;
        }
    }

    public void Report(string element, string id, string problem) => Findings.Add(element, id, problem);

    /// <summary>Ties everything together. The builder is used up.</summary>
    public SnapshotDraft Build(RegionCatalogue regions, TimeProvider clock)
    {
        var draft = new SnapshotDraft(regions, clock);
        var ties = new CompetenceTies(this, draft.Content);
        ties.Take(_services);
        ties.Take(_units);
        ties.Take(_onlineServices);
        ties.Tie(_competences);
        return draft;
    }

    private void WriteInner(IReadOnlyList<XzufiCompetence> competences, Standing standing)
    {
        foreach (var competence in competences)
            _competences.Write(competence, Days.Of(competence.Validity), isInner: true, standing);
    }

    private Standing Next()
    {
        Objects++;
        return _messages.Next();
    }

    private static ServiceRecord DescriptionOf(XzufiService service) =>
        new([.. service.Keys.Select(key => new ServiceDescription(service.For(key), Days.Of(service.Validity)))]);
}

/// <summary>A unit as it will lie in the snapshot, when it exists, and whether its accounts name services.</summary>
internal sealed record UnitRecord(byte[] Record, DayInterval[] Days, bool NamesServices);

/// <summary>A service on the web, and when it is there.</summary>
internal sealed record OnlineRecord(OnlineService Service, DayInterval[] Days);
