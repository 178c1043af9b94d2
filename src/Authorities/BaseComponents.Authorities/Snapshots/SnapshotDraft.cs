using System.Security.Cryptography;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>
/// Collects regions, services, units and competences in any order, and makes a snapshot of them. For tests, and for data that is in no
/// delivery; deliveries are read by <see cref="SnapshotMaker"/>. Not for several threads at once.
/// </summary>
public sealed class SnapshotDraft
{
    private readonly TimeProvider _clock;

    private readonly DraftRegions? _added;

    /// <summary>An empty draft.</summary>
    /// <param name="clock">Says when it was made; the system's clock if none is given.</param>
    public SnapshotDraft(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _added = new DraftRegions();
    }

    internal SnapshotDraft(RegionCatalogue regions, TimeProvider clock)
    {
        _clock = clock;
        Content.Regions = regions;
    }

    internal DraftContent Content { get; } = new();

    // Lists that were read are whole: nothing is added to them.
    private DraftRegions Added => _added ?? throw new InvalidOperationException("The regions of this draft were read from lists.");

    internal SnapshotInfo Provenance { get; set; } = new();

    /// <summary>Adds an area, or replaces it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="name">Its official name.</param>
    /// <param name="note">Said of an area of twelve digits that is no municipality; none otherwise.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public void AddRegion(RegionKey key, string name, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Added.Add(new RegionRow(Set(key, nameof(key)), name, note));
    }

    /// <summary>Says that a postal code covers a municipality.</summary>
    /// <param name="code">The postal code.</param>
    /// <param name="municipality">A municipality that was added.</param>
    /// <exception cref="ArgumentException">No such municipality was added.</exception>
    public void AddPostalCode(PostalCode code, RegionKey municipality)
    {
        if (!Added.IsMunicipality(municipality))
            throw new ArgumentException("No municipality with this key was added.", nameof(municipality));
        Added.Add(code, municipality);
    }

    /// <summary>Adds a service.</summary>
    /// <exception cref="ArgumentException">Its key is empty.</exception>
    public void AddService(PublicService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Key.IsEmpty)
            throw new ArgumentException("The key of the service is empty.", nameof(service));
        Content.AddService(service, Days.Always);
    }

    /// <summary>Adds a unit, or replaces it.</summary>
    public void AddOffice(Office office)
    {
        ArgumentNullException.ThrowIfNull(office);
        Content.AddOffice(office);
    }

    /// <summary>Names a unit for a service in an area.</summary>
    /// <param name="office">A unit that was added.</param>
    /// <param name="service">The service; one that was not added is known by its key alone.</param>
    /// <param name="area">The area.</param>
    /// <param name="role">In which capacity; <see cref="OfficeRole.Competent"/> if none is given.</param>
    /// <param name="from">The first day; always before if none is given.</param>
    /// <param name="to">The last day; always after if none is given.</param>
    /// <param name="destination">Where applications go over FIT-Connect; nowhere if none is given. Of two for one competence none counts.</param>
    /// <exception cref="ArgumentException">The unit was not added, or a key is empty.</exception>
    public void AddCompetence(OfficeId office, LeikaKey service, RegionKey area, OfficeRole? role = null, DateOnly? from = null, DateOnly? to = null, Guid? destination = null)
    {
        if (service.IsEmpty)
            throw new ArgumentException("The key of the service is empty.", nameof(service));
        var unit = Content.UnitOf(office) ?? throw new ArgumentException("No unit with this identifier was added.", nameof(office));
        if (!Content.AddCompetence(unit, service.Number, Set(area, nameof(area)).AreaNumber, role ?? OfficeRole.Competent, isAdvisory: false, DaysOf(from, to), destination))
            throw new ArgumentException("A snapshot holds at most 256 roles.", nameof(role));
    }

    /// <summary>Names a service on the web for a service in an area.</summary>
    /// <param name="onlineService">The service on the web; one of the same identifier is replaced.</param>
    /// <param name="service">The service; one that was not added is known by its key alone.</param>
    /// <param name="area">The area.</param>
    /// <param name="from">The first day; always before if none is given.</param>
    /// <param name="to">The last day; always after if none is given.</param>
    /// <exception cref="ArgumentException">A key is empty.</exception>
    public void AddOnlineService(OnlineService onlineService, LeikaKey service, RegionKey area, DateOnly? from = null, DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(onlineService);
        if (service.IsEmpty)
            throw new ArgumentException("The key of the service is empty.", nameof(service));
        Content.AddOnline(Content.AddOnlineService(onlineService), service.Number, Set(area, nameof(area)).AreaNumber, DaysOf(from, to));
    }

    /// <summary>Makes a snapshot in memory. The draft is used up.</summary>
    /// <exception cref="AuthoritiesException">It is more than a snapshot can hold.</exception>
    public AuthoritySnapshot Build() => AuthoritySnapshot.Of(BuildData(), _clock);

    /// <summary>Writes a signed snapshot: beside the file, and in its place when it is whole. The draft is used up.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="signingKey">The private key, on the curve P-256 or P-384.</param>
    /// <param name="cancellationToken">Leaves the old file in its place.</param>
    /// <exception cref="AuthoritiesException">It is more than a snapshot can hold, or the file cannot be written.</exception>
    /// <exception cref="CryptographicException">The key is of another curve, or cannot sign.</exception>
    public Task WriteAsync(string path, ECDsa signingKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(signingKey);
        return SnapshotWriter.WriteAsync(Image(signingKey), path, signingKey, cancellationToken);
    }

    /// <summary>Writes a snapshot without signature, which only the Sandbox uses. The draft is used up.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Leaves the old file in its place.</param>
    /// <exception cref="AuthoritiesException">It is more than a snapshot can hold, or the file cannot be written.</exception>
    public Task WriteUnsignedAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SnapshotWriter.WriteAsync(Image(null), path, null, cancellationToken);
    }

    internal Snapshot BuildData()
    {
        var image = Image(null);
        return new Snapshot(image.Bytes, image.Header.Sections, image.Info, _clock.GetUtcNow());
    }

    private SnapshotImage Image(ECDsa? signingKey)
    {
        var now = _clock.GetUtcNow();
        if (_added is not null)
        {
            Content.Regions = _added.Build(GermanDay.Of(now));
            Content.NameDestinations();
        }

        return SnapshotImage.Of(new IndexWriter(Content).Write(), Provenance with { CreatedAt = now }, signingKey);
    }

    private static DayInterval[] DaysOf(DateOnly? from, DateOnly? to) => from is null && to is null ? Days.Always : Days.Of(new Validity([(from, to)]));

    private static RegionKey Set(RegionKey key, string name) => key.IsEmpty ? throw new ArgumentException("The key is empty: it was never set.", name) : key;
}
