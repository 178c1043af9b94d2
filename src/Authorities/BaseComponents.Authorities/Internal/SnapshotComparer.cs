using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Finds the watched values that differ between two snapshots: of the older one what is used, of the newer one what would be. Units lie in
/// the order of their identifiers, so that one walk through both is enough.
/// </summary>
internal static class SnapshotComparer
{
    public static IEnumerable<ValueChange> Compare(Snapshot before, Snapshot after)
    {
        var old = 0;
        for (var unit = 0; unit < after.OfficeCount; unit++)
        {
            if (old < before.OfficeCount && before.IsSameRecord(old, after, unit))
            {
                old++;
                continue;
            }

            var office = after.LoadOffice(unit);
            while (old < before.OfficeCount && OfficeIdOrder.Instance.Compare(before.NewestOfficeAt(old).Id, office.Id) < 0)
                old++;
            var known = old < before.OfficeCount && before.LoadOffice(old) is var found && found.Id == office.Id ? found : null;
            foreach (var change in Changes(unit, known, office))
                yield return change;
        }
    }

    private static IEnumerable<ValueChange> Changes(int unit, Office? known, Office office)
    {
        foreach (var field in WatchedField.All)
        {
            var (before, after) = (known is null ? null : field.Of(known), field.Of(office));
            if (before != after && !office.HeldBack.Contains(field.Name))
                yield return new ValueChange(unit, office, field.Name, before, after, known is null);
        }
    }
}
