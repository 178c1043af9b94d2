using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Changes of territory, to a snapshot and back. Where they lead round in a circle or in two ways at once, they are not those that were written.</summary>
internal static class TerritoryRecords
{
    public static TerritoryRecord Of(TerritoryRow row) => new(row.Old.ToString(), [.. row.New.Select(area => area.ToString())], row.From, (int)row.Kind)
    {
        OldName = row.OldName,
        NewName = row.NewName,
        NewKey = row.NewKey.IsEmpty ? null : row.NewKey.ToString(),
    };

    /// <exception cref="InvalidDataException">The changes are not what they should be.</exception>
    public static List<TerritoryRow> Read(IReadOnlyList<TerritoryRecord> records)
    {
        var rows = records.Select(Row).ToList();
        if (rows.DistinctBy(row => (row.Old, row.From)).Count() != rows.Count || TerritoryCycles.In(rows).Count > 0)
            throw new InvalidDataException("The changes of territory contradict one another.");
        return rows;
    }

    private static TerritoryRow Row(TerritoryRecord record)
    {
        var kind = (TerritoryChangeKind)record.Kind;
        if (!Enum.IsDefined(kind) || record.New.Count is 0 or > RegionCatalogueBuilder.MostSuccessors)
            throw new InvalidDataException("A change of territory is none.");
        return new TerritoryRow(Area(record.Old), [.. record.New.Select(Area)], record.From, kind)
        {
            OldName = record.OldName,
            NewName = record.NewName,
            NewKey = record.NewKey is null ? default : RegionKey.TryParse(record.NewKey, out var key) ? key : throw Wrong(),
        };
    }

    private static AreaReference Area(string text) => AreaReference.TryParse(text, out var area) ? area : throw Wrong();

    private static InvalidDataException Wrong() => new("A change of territory names a key that is none.");
}
