using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads a <c>zustaendigkeit</c>, whether it stands within a unit or in a <c>zustaendigkeitTransferObjekt</c>.</summary>
internal sealed class XzufiCompetenceReader(XzufiParts parts)
{
    private const string OnlineServiceScheme = "ZustaendigkeitOnlinedienst";
    private const string DestinationScheme = "urn:de:fitko:fit-connect:xzufi:destination";
    private const string DestinationAgency = "urn:de:fitko";
    private const int MostReferences = 20_000;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;
    private readonly Draft _draft = new();
    private Validity _lastValidity = Validity.Always;

    /// <summary>A detached competence.</summary>
    public XzufiCompetence ReadDetached()
    {
        OfficeId? owner = null;
        XzufiCompetence? inner = null;
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Owner))
                owner = parts.Identifier(isReference: true);
            else if (ReferenceEquals(_cursor.Name, _names.Competence))
                inner = Read(owner ?? default);
        }

        if (inner is null)
            throw new BadObjectException("It holds no zustaendigkeit.");
        var unit = owner ?? throw new BadObjectException("It has no uebergeordnetesObjektID.");
        return inner.Unit == unit ? inner : inner with { Unit = unit };
    }

    /// <param name="unit">The unit it stands within, as far as it is known yet.</param>
    public XzufiCompetence Read(OfficeId unit)
    {
        _draft.Clear();
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
            Take(_draft);
        return Finish(_draft, unit);
    }

    private void Take(Draft draft)
    {
        var name = _cursor.Name;
        if (ReferenceEquals(name, _names.AreaId))
            AddArea(draft.Areas);
        else if (ReferenceEquals(name, _names.ServiceId))
            Add(draft.Services);
        else if (ReferenceEquals(name, _names.Id))
            parts.Subject = draft.Id = parts.Identifier();
        else if (ReferenceEquals(name, _names.Role))
            draft.Role ??= parts.Code().Code;
        else if (ReferenceEquals(name, _names.Validity))
            parts.Interval(draft.Intervals);
        else if (ReferenceEquals(name, _names.OtherId))
            TakeOtherId(draft);
        else if (ReferenceEquals(name, _names.Capacity))
            draft.IsMarkedAdvisory |= parts.Code() is var capacity && (_names.IsAdvisory(capacity.Name) || _names.IsAdvisory(capacity.Text));
    }

    private void Add(List<OfficeId> references)
    {
        if (references.Count == MostReferences)
            throw new BadObjectException("It is too deep or too large.");
        if (parts.Identifier(isReference: true) is { } reference)
            references.Add(reference);
    }

    // Of an area the value alone counts; what scheme it is of, public programs do not ask either.
    private void AddArea(List<OfficeId> areas)
    {
        if (areas.Count == MostReferences)
            throw new BadObjectException("It is too deep or too large.");
        if (_cursor.PooledText() is { } area)
            areas.Add(new OfficeId("", "", area));
    }

    private void TakeOtherId(Draft draft)
    {
        if (_cursor.Attribute("schemeID") != DestinationScheme || _cursor.Attribute("schemeAgencyID") != DestinationAgency)
            return;
        draft.NamesDestination = true;
        if (Guid.TryParseExact(_cursor.Line(), "D", out var destination) && destination != Guid.Empty)
            draft.Destination = destination;
    }

    private XzufiCompetence Finish(Draft draft, OfficeId unit)
    {
        // A competence without a role is one: the element itself says so.
        var role = draft.Role is { } code ? new OfficeRole(code) : OfficeRole.Competent;
        return new XzufiCompetence
        {
            Id = draft.Id,
            Unit = unit,
            Services = draft.Services.Count > 0 ? draft.Services.ToArray() : throw new BadObjectException("It has no leistungID."),
            Areas = draft.Areas.Count > 0 ? draft.Areas.ToArray() : throw new BadObjectException("It has no gebietID."),
            Role = role,
            // Saxony: units marked as advising are left out before the one competent unit is sought.
            IsAdvisory = !role.IsCompetent || draft.IsMarkedAdvisory,
            Validity = ValidityOf(draft),
            IsOfOnlineService = draft.Id is { Scheme: OnlineServiceScheme },
            Destination = role.IsCompetent ? draft.Destination : null,
            HasIdleDestination = draft.NamesDestination && (draft.Destination is null || !role.IsCompetent),
        };
    }

    // Most of a delivery hold for the same time.
    private Validity ValidityOf(Draft draft)
    {
        if (draft.Intervals.Count == 0)
            return Validity.Always;
        if (!_lastValidity.Intervals.SequenceEqual(draft.Intervals))
            _lastValidity = new Validity([.. draft.Intervals]);
        return _lastValidity;
    }

    private sealed class Draft
    {
        public readonly List<OfficeId> Services = [];
        public readonly List<OfficeId> Areas = [];
        public readonly List<(DateOnly? From, DateOnly? To)> Intervals = [];
        public OfficeId? Id;
        public string? Role;
        public bool IsMarkedAdvisory;
        public bool NamesDestination;
        public Guid? Destination;

        public void Clear()
        {
            Services.Clear();
            Areas.Clear();
            Intervals.Clear();
            (Id, Role, IsMarkedAdvisory, NamesDestination, Destination) = (null, null, false, false, null);
        }
    }
}
