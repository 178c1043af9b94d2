using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>
/// Who decides about a service at a place, still in the snapshot: nothing is decoded until it is asked for. Valid as long as the
/// <see cref="AuthoritySnapshot"/> it comes from.
/// </summary>
public readonly struct CompetenceRef
{
    private readonly AuthoritySnapshot? _snapshot;
    private readonly FoundCell _found;

    internal CompetenceRef(AuthoritySnapshot snapshot, in FoundCell found) => (_snapshot, _found) = (snapshot, found);

    /// <summary>The tier at which somebody decides.</summary>
    public RegionLevel Level => _found.Area.Level;

    /// <summary>How many units decide: one, or several that the data does not choose between.</summary>
    public int Count => _found.Count;

    /// <summary>The area the competence is stated for. Where a municipality acts for its association's members, that municipality.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot was given back.</exception>
    public RegionKey Area => Snapshot.AreaOf(in _found);

    private AuthoritySnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("This reference is empty: nothing was found.");

    /// <summary>One of the units, those that only decide before those that also advise.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was given back.</exception>
    public Office GetOffice(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Snapshot.OfficeOf(in _found, index);
    }
}
