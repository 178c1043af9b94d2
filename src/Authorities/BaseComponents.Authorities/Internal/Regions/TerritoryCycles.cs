namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>
/// Finds changes that lead back to their own key. From day to day that is possible (a town that leaves what it joined); within one day it is a
/// mistake of the list, and whoever follows it never arrives.
/// </summary>
internal static class TerritoryCycles
{
    /// <summary>The rows of a day that lie on a cycle.</summary>
    public static HashSet<TerritoryRow> In(IReadOnlyList<TerritoryRow> rows)
    {
        var cyclic = new HashSet<TerritoryRow>(ReferenceEqualityComparer.Instance);
        foreach (var day in rows.Where(row => !row.KeepsKey).GroupBy(row => row.From))
            AddOf([.. day], cyclic);
        return cyclic;
    }

    // What nothing leads to, and what leads nowhere, lies on no cycle: both are taken away until only cycles (and ways between them) are left.
    private static void AddOf(List<TerritoryRow> rows, HashSet<TerritoryRow> cyclic)
    {
        int before;
        do
        {
            before = rows.Count;
            var starts = rows.Select(row => row.Old).ToHashSet();
            var ends = rows.SelectMany(row => row.New).ToHashSet();
            rows.RemoveAll(row => !ends.Contains(row.Old) || !row.New.Any(starts.Contains));
        }
        while (rows.Count < before);
        cyclic.UnionWith(rows);
    }
}
