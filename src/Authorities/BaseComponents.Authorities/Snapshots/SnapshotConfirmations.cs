using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>
/// Which accounts, addresses and destinations changed, and which of the changes persons have confirmed. Confirmations lie in a file beside
/// the snapshot, <c>.confirmed</c>; a directory reads it whenever it reads the snapshot.
/// </summary>
public static class SnapshotConfirmations
{
    /// <summary>The values that differ between two snapshots, and those that the newer one holds back already.</summary>
    /// <param name="before">The older one, or the one in use.</param>
    /// <param name="after">The newer one.</param>
    public static IReadOnlyList<ChangedValue> Compare(AuthoritySnapshot before, AuthoritySnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Use(old => after.Use(next => (IReadOnlyList<ChangedValue>)[.. Held(next), .. SnapshotComparer.Compare(old, next).Select(Shown)]));
    }

    /// <summary>The values that a snapshot holds back: they changed when it was built.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static IReadOnlyList<ChangedValue> HeldBack(AuthoritySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Use(data => (IReadOnlyList<ChangedValue>)[.. Held(data)]);
    }

    /// <summary>The confirmations beside a snapshot.</summary>
    /// <param name="snapshotPath">The file of the snapshot.</param>
    /// <exception cref="AuthoritiesException">They cannot be read.</exception>
    public static IReadOnlyCollection<string> Read(string snapshotPath)
    {
        ArgumentNullException.ThrowIfNull(snapshotPath);
        return ConfirmationFile.Read(snapshotPath);
    }

    /// <summary>Confirms changes: from its next reading on, a directory uses the new values.</summary>
    /// <param name="snapshotPath">The file of the snapshot.</param>
    /// <param name="changes">The changes that a person has checked.</param>
    /// <exception cref="AuthoritiesException">The confirmations cannot be read or written.</exception>
    public static void Add(string snapshotPath, IEnumerable<ChangedValue> changes)
    {
        ArgumentNullException.ThrowIfNull(snapshotPath);
        ArgumentNullException.ThrowIfNull(changes);
        ConfirmationFile.Add(snapshotPath, changes.Select(change => change.Confirmation));
    }

    private static IEnumerable<ChangedValue> Held(Snapshot snapshot) => snapshot.Held.All.Select(held => Shown(ValueChange.Of(snapshot, held)));

    private static ChangedValue Shown(ValueChange change) =>
        new(change.Office.Id, change.Office.Name, change.Field, change.Before, change.After, change.Confirmation) { IsNewOffice = change.IsNewOffice };
}
