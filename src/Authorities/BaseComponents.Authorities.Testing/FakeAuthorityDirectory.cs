using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Testing;

/// <summary>
/// An authority directory without data sources, for tests of applications. Say what there is and what is to be answered; whatever was not
/// said has the answer a real directory would give: unknown place, unknown service, or nobody competent.
/// </summary>
/// <example><code>
/// var directory = FakeAuthorityDirectory.SmallMap();
/// directory.Answer(service, place, new Competence.NotFound(NotFoundReason.SourceDown));
/// </code></example>
public sealed class FakeAuthorityDirectory : IAuthorityDirectory
{
    private readonly Dictionary<RegionKey, Municipality> _municipalities = [];
    private readonly Dictionary<LeikaKey, PublicService> _services = [];
    private readonly Dictionary<(LeikaKey, RegionKey), Competence> _answers = [];

    /// <summary>While it is set there is no data: competences are not found because the source is down, and all lists throw it.</summary>
    public AuthoritiesException? Fault { get; set; }

    /// <summary>A directory with the three municipalities, two services and the offices of <see cref="SmallMapKeys"/>.</summary>
    public static FakeAuthorityDirectory SmallMap() => SmallMapKeys.Fill(new FakeAuthorityDirectory());

    /// <summary>Adds a municipality, or replaces it.</summary>
    public FakeAuthorityDirectory Add(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        _municipalities[municipality.Key] = municipality;
        return this;
    }

    /// <summary>Adds a service, or replaces it.</summary>
    public FakeAuthorityDirectory Add(PublicService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _services[service.Key] = service;
        return this;
    }

    /// <summary>Says what is to be answered for a service in a municipality.</summary>
    public FakeAuthorityDirectory Answer(LeikaKey service, RegionKey municipality, Competence answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers[(service, municipality)] = answer;
        return this;
    }

    /// <inheritdoc/>
    public Task<Competence> ResolveAsync(LeikaKey service, Place place, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (service.IsEmpty)
            throw new ArgumentException("The service key is empty: it was never set.", nameof(service));
        if (Fault is not null)
            return Task.FromResult<Competence>(new Competence.NotFound(NotFoundReason.SourceDown));
        if (!_services.ContainsKey(service))
            return Task.FromResult<Competence>(new Competence.NotFound(NotFoundReason.UnknownService));
        var municipalities = _municipalities.Values.Where(municipality => Fits(municipality, place)).OrderBy(municipality => municipality.Name, StringComparer.Ordinal).ToList();
        return Task.FromResult(Resolve(service, municipalities));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        IReadOnlyList<Municipality> found = [.. _municipalities.Values.Where(municipality =>
            municipality.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase) || municipality.PostalCodes.Any(code => code.ToString() == text))];
        return Task.FromResult(found);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublicService>> FindServicesAsync(string text, CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        IReadOnlyList<PublicService> found = [.. _services.Values.Where(service =>
            service.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || service.Key.ToString() == text)];
        return Task.FromResult(found);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublicService>> ListServicesAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        return Task.FromResult<IReadOnlyList<PublicService>>([.. _services.Values.OrderBy(service => service.Name, StringComparer.Ordinal)]);
    }

    /// <summary>A snapshot of what was said: the municipalities, the services, and those answers that name offices.</summary>
    /// <param name="cancellationToken">Not needed: everything is there.</param>
    public Task<AuthoritySnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        var draft = new SnapshotDraft();
        foreach (var municipality in _municipalities.Values)
            draft.AddRegion(municipality.Key, municipality.Name);
        foreach (var (code, key) in _municipalities.Values.SelectMany(municipality => municipality.PostalCodes, (municipality, code) => (code, municipality.Key)))
            draft.AddPostalCode(code, key);
        foreach (var service in _services.Values)
            draft.AddService(service);
        foreach (var ((service, municipality), answer) in _answers)
        {
            foreach (var office in OfficesOf(answer))
            {
                draft.AddOffice(office);
                draft.AddCompetence(office.Id, service, municipality, office.Role, destination: office.Destination);
            }

            foreach (var online in answer.OnlineServices)
                draft.AddOnlineService(online, service, municipality);
        }

        return Task.FromResult(draft.Build());
    }

    /// <summary>What the data of the fake is worth: nothing is ever wrong with it.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<QualityReport> CheckQualityAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        return Task.FromResult(new QualityReport());
    }

    /// <inheritdoc/>
    public Task<DirectoryStatus> GetStatusAsync(CancellationToken cancellationToken = default) => Task.FromResult(new DirectoryStatus
    {
        Municipalities = _municipalities.Count,
        Services = _services.Count,
        Offices = _answers.Values.OfType<Competence.Found>().DistinctBy(found => found.Office.Id).Count(),
        LastFailure = Fault,
    });

    private Competence Resolve(LeikaKey service, List<Municipality> municipalities)
    {
        var answers = municipalities.Select(municipality => _answers.GetValueOrDefault((service, municipality.Key))).ToList();
        return answers switch
        {
            [] => new Competence.NotFound(NotFoundReason.UnknownPlace),
            _ when answers.Distinct().Count() > 1 => new Competence.NeedsPlaceChoice(municipalities),
            _ => answers[0] ?? new Competence.NotFound(NotFoundReason.NoCompetence),
        };
    }

    private static IEnumerable<Office> OfficesOf(Competence answer) => answer switch
    {
        Competence.Found found => [found.Office],
        Competence.Ambiguous several => several.Offices,
        _ => [],
    };

    private static bool Fits(Municipality municipality, Place place) => place switch
    {
        Place.ByRegion { Key: var key } => municipality.Key == key,
        Place.ByMunicipality { Key: var key } => municipality.Key.Municipality == key,
        Place.ByPostalCode { Code: var code } => municipality.PostalCodes.Contains(code),
        _ => false,
    };

    private void ThrowIfStopped(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is not null)
            throw Fault;
    }
}
