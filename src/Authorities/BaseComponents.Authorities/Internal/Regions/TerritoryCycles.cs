namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>
/// Finds changes that lead back to their own key. From day to day that is possible (a town that leaves what it joined); within one day it is a
/// mistake of the list, and whoever follows it never arrives.
/// </summary>
internal static class TerritoryCycles
{
    /// <summary>The rows of a day that lie on a cycle, or between two.</summary>
    /// <param name="rows">One row at most for a key and a day.</param>
    public static HashSet<TerritoryRow> In(IReadOnlyList<TerritoryRow> rows)
    {
        var cyclic = new HashSet<TerritoryRow>(ReferenceEqualityComparer.Instance);
        foreach (var day in rows.Where(row => !row.KeepsKey).GroupBy(row => row.From))
        {
            var left = day.ToDictionary(row => row.Old);
            // What nothing leads to, and then what leads nowhere, lies on no cycle.
            Peel(left, Edges(left, backwards: false));
            Peel(left, Edges(left, backwards: true));
            cyclic.UnionWith(left.Values);
        }

        return cyclic;
    }

    private static ILookup<AreaReference, AreaReference> Edges(Dictionary<AreaReference, TerritoryRow> rows, bool backwards) =>
        rows.Values.SelectMany(row => row.New.Where(rows.ContainsKey), (row, next) => (row.Old, next))
            .ToLookup(edge => backwards ? edge.next : edge.Old, edge => backwards ? edge.Old : edge.next);

    // Takes away what no edge points at, and with it the edges that it has itself, until every row left has one.
    private static void Peel(Dictionary<AreaReference, TerritoryRow> rows, ILookup<AreaReference, AreaReference> edges)
    {
        var pointing = rows.Keys.ToDictionary(key => key, _ => 0);
        foreach (var next in edges.SelectMany(from => from))
            pointing[next]++;
        var free = new Queue<AreaReference>(rows.Keys.Where(key => pointing[key] == 0));
        while (free.TryDequeue(out var key))
        {
            rows.Remove(key);
            foreach (var next in edges[key])
            {
                if (--pointing[next] == 0)
                    free.Enqueue(next);
            }
        }
    }
}
