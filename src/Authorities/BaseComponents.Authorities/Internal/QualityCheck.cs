using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;

namespace BaseComponents.Authorities.Internal;

/// <summary>Looks for what was read without a fault and is wrong all the same.</summary>
internal sealed class QualityCheck(IQualityData data, DateOnly day)
{
    private readonly QualityFindings _findings = new();
    private readonly Dictionary<LeikaKey, PublicService> _services = data.Services.ToDictionary(service => service.Key);
    private readonly Dictionary<OfficeId, bool> _namedOnDay = [];
    private readonly HashSet<OfficeId> _deciding = [];
    private readonly HashSet<OfficeId> _withDestination = [];
    private readonly HashSet<(OfficeId, LeikaKey)> _withoutAccount = [];
    private readonly HashSet<OfficeId> _withIdleDestination = [];
    private readonly Dictionary<LeikaKey, HashSet<RegionKey>> _decided = [];
    private readonly List<(LeikaKey Service, RegionKey Area)> _adviceOnly = [];

    public QualityReport Run()
    {
        foreach (var (service, area, named) in data.Assignments)
            Look(service, area, named);
        CheckUnits();
        foreach (var (service, area) in _adviceOnly.Where(asked => !IsDecidedAbove(asked.Service, asked.Area)))
            _findings.Add(QualityFindingKind.DeadEnd, $"For {NameOf(service)} in {data.NameOf(area)} only advisers are named, and nobody above decides.", service.ToString(), area.ToString());
        new GapCheck(data, _decided, _findings, NameOf).Run();
        return _findings.ToReport();
    }

    private void Look(LeikaKey service, RegionKey area, IReadOnlyList<CheckedAssignment> named)
    {
        foreach (var assignment in named)
            Note(service, assignment);
        if (named.Any(assignment => assignment.Decides))
            DecidedOf(service).Add(area);
        else if (named.Any(assignment => assignment.Holds))
            _adviceOnly.Add((service, area));
        var competent = named.Where(assignment => assignment.Decides && assignment.Office.Role == OfficeRole.Competent).Select(assignment => assignment.Office).DistinctBy(office => office.Id).ToList();
        if (competent.Count > 1)
            _findings.Add(QualityFindingKind.SeveralCompetentUnits, $"For {NameOf(service)} in {data.NameOf(area)} {competent.Count} units decide in role 01.", [service.ToString(), area.ToString(), .. competent.Select(office => office.Id.ToString()).Order(StringComparer.Ordinal)]);
    }

    private void Note(LeikaKey service, CheckedAssignment assignment)
    {
        var office = assignment.Office;
        _namedOnDay[office.Id] = _namedOnDay.GetValueOrDefault(office.Id) || assignment.Holds;
        if (assignment.HasIdleDestination && _withIdleDestination.Add(office.Id))
            _findings.Add(QualityFindingKind.IdleDestination, $"{office.Name} names a FIT-Connect destination that does not count: its role is not 01 or 02, or it is no identifier.", office.Id.ToString());
        if (!assignment.Decides)
            return;
        _deciding.Add(office.Id);
        if (office.Destination is not null)
            _withDestination.Add(office.Id);
        if (IsFeeDue(service) && !office.AccountsFor(service).Any(account => account.Iban is not null) && _withoutAccount.Add((office.Id, service)))
            _findings.Add(QualityFindingKind.MissingAccount, $"A fee is due for {NameOf(service)}, and {office.Name} names no account for it.", office.Id.ToString(), service.ToString());
    }

    private bool IsFeeDue(LeikaKey service) =>
        _services.TryGetValue(service, out var described) && described.Fees.Any(fee => fee.IsDue && !(day < fee.ValidFrom) && !(day > fee.ValidTo));

    private void CheckUnits()
    {
        foreach (var office in data.Units)
        {
            if (office.BankAccounts.Any(account => account.HasInvalidIban))
                _findings.Add(QualityFindingKind.InvalidIban, $"{office.Name} names an account whose number (IBAN) is wrong.", office.Id.ToString());
            if (_namedOnDay.TryGetValue(office.Id, out var isNamed) && !isNamed)
                _findings.Add(QualityFindingKind.Expired, $"{office.Name} is named for services, and exists no more, or none of its competences hold.", office.Id.ToString());
            else if (_deciding.Contains(office.Id) && !HasElectronicAddress(office))
                _findings.Add(QualityFindingKind.NoElectronicAddress, $"{office.Name} decides, and has no electronic address.", office.Id.ToString());
        }
    }

    private bool HasElectronicAddress(Office office) =>
        office.MailAddress is not null || office.DeMailAddress is not null || office.EgvpAddress is not null || office.ServiceAccounts.Count > 0 || _withDestination.Contains(office.Id);

    private bool IsDecidedAbove(LeikaKey service, RegionKey area) =>
        _decided.TryGetValue(service, out var areas) && GapCheck.IsCovered(area, areas);

    private HashSet<RegionKey> DecidedOf(LeikaKey service)
    {
        if (!_decided.TryGetValue(service, out var areas))
            _decided[service] = areas = [];
        return areas;
    }

    private string NameOf(LeikaKey service) => _services.TryGetValue(service, out var described) ? described.Name : service.ToString();
}
