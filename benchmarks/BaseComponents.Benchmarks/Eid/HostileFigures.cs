using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>Every attack of the tests against a whole application: family by what is signed by how the request travelled. A good answer is accepted in each column, or nothing is counted.</summary>
internal static class HostileFigures
{
    public static async Task RunAsync()
    {
        var cells = await HostileMatrix.RunAsync();
        var columns = HostileMatrix.Columns.ToArray();
        Console.WriteLine($"{"family",-40} {string.Join(' ', columns.Select(column => $"{column.Part}/{column.Binding}".PadLeft(18)))}");
        foreach (var family in cells.GroupBy(cell => cell.Case.Family).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var counts = columns.Select(column => family.Count(cell => (cell.Part, cell.Binding) == column)).ToArray();
            if (counts.Contains(0))
                throw new InvalidOperationException($"The family {family.Key} has an empty cell.");
            Console.WriteLine($"{family.Key,-40} {string.Join(' ', counts.Select(count => $"{count,18}"))}");
        }

        Measurement.Report("eid.hostile.families", cells.Select(cell => cell.Case.Family).Distinct().Count(), "families");
        Measurement.Report("eid.hostile.cells", cells.Count, "cells");
        Measurement.Report("eid.hostile.accepted", cells.Count(cell => cell.IsAccepted), "cells");
    }
}
