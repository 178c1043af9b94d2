using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>
/// The data of a directory at one moment, for programs that ask very often. It stays as it is, also when the directory goes on to newer
/// data; give it back with <see cref="Dispose"/> to get the newer one. Safe for several threads; fastest with one for each.
/// </summary>
public sealed class AuthoritySnapshot : IDisposable
{
    private readonly Snapshot _data;
    private readonly AskedDay _today;
    private readonly UseCount _uses;

    internal AuthoritySnapshot(Snapshot entered, TimeProvider clock) =>
        (_data, _today, _uses) = (entered, new AskedDay(clock), new UseCount(entered.Uses.Leave));

    /// <summary>Where the data comes from and what it holds.</summary>
    public SnapshotInfo Info => _data.Info;

    internal Snapshot Data => _data;

    /// <summary>Opens a signed file. Everything in it is checked before it is used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="publicKeys">The keys (PEM text) of those whose snapshots are used.</param>
    /// <param name="clock">Says which day it is; the system's clock if none is given.</param>
    /// <exception cref="AuthoritiesException">The file is missing, foreign, torn, changed, of another format, not signed, or by another key.</exception>
    public static AuthoritySnapshot Open(string path, IEnumerable<string> publicKeys, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(publicKeys);
        clock ??= TimeProvider.System;
        var data = SnapshotFile.Open(path, new SnapshotOptions { PublicKeys = [.. publicKeys] }, allowUnsigned: false, clock);
        return Of(data, clock);
    }

    /// <summary>
    /// The unit that decides about a service at a place today, by the first tier that has one. Allocates nothing. For what else there is to
    /// know, and for the reason, ask <see cref="Resolve"/>.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The place, by a region key of any length that holds today; former keys are followed by <see cref="Resolve"/>.</param>
    /// <param name="found">Who decides.</param>
    /// <returns>False where nobody is named, or the place or the service is not known.</returns>
    /// <exception cref="ObjectDisposedException">The snapshot was given back.</exception>
    public bool TryFind(LeikaKey service, RegionKey region, out CompetenceRef found)
    {
        Enter();
        try
        {
            var any = _data.Index.TryFind(service, region, _data.Acting, _today, out var cell);
            found = any ? new CompetenceRef(this, in cell) : default;
            return any;
        }
        finally
        {
            _uses.Leave();
        }
    }

    /// <summary>Finds the unit competent for a service at a place, with the reason, as <see cref="IAuthorityDirectory.ResolveAsync"/> does.</summary>
    /// <param name="service">The service.</param>
    /// <param name="place">The place.</param>
    /// <exception cref="ArgumentException">The service key is empty.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was given back.</exception>
    public Competence Resolve(LeikaKey service, Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (service.IsEmpty)
            throw new ArgumentException("The service key is empty: it was never set.", nameof(service));
        return Use(data => new PlaceResolver(data, _today.Date).Resolve(service, place));
    }

    /// <summary>Gives the data back. Who is asking at this moment still gets the answer.</summary>
    public void Dispose() => _uses.Close();

    internal static AuthoritySnapshot Of(Snapshot data, TimeProvider clock)
    {
        data.Uses.TryEnter();
        var snapshot = new AuthoritySnapshot(data, clock);
        // The lease is all that keeps it.
        data.Uses.Close();
        return snapshot;
    }

    internal RegionKey AreaOf(ref readonly FoundCell found)
    {
        var area = found.Area.Area;
        return Use(data => RegionKey.OfArea(data.Index.Regions[area].Number));
    }

    internal Office OfficeOf(ref readonly FoundCell found, int index)
    {
        var (service, area, cell, day) = (found.Service, found.Area.Area, found.Cell, new AskedDay(DateOnly.FromDayNumber(found.Day)));
        return Use(data => data.DecidingOffice(service, area, cell, day, index));
    }

    internal T Use<T>(Func<Snapshot, T> ask)
    {
        Enter();
        try
        {
            return ask(_data);
        }
        finally
        {
            _uses.Leave();
        }
    }

    private void Enter()
    {
        if (!_uses.TryEnter())
            throw new ObjectDisposedException(nameof(AuthoritySnapshot), "This snapshot was given back. Get a new one from the directory.");
    }
}
