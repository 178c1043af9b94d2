using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Brings a draft into the one order that does not depend on who came first: units by identifier, roles by code, and validities by how often
/// they occur, so that the usual ones have numbers that fit into a cell.
/// </summary>
internal sealed class DraftOrder(DraftContent content)
{
    public void Apply()
    {
        foreach (var row in CollectionsMarshal.AsSpan(content.Competences))
            content.NameService(row.Service);
        foreach (var row in content.OnlineRows)
            content.NameService(row.Service);
        foreach (var description in content.Services.SelectMany(pair => pair.Value))
            content.ValidityOf([.. description.Days]);
        var (units, validities, roles) = (content.SortUnits(), SortValidities(), content.Roles.Sort());
        foreach (ref var row in CollectionsMarshal.AsSpan(content.Competences))
            row = Placed(row, units, validities, roles);
        foreach (ref var named in CollectionsMarshal.AsSpan(content.Destinations))
            named.Row = Placed(named.Row, units, validities, roles);
        var online = content.SortOnlineServices();
        foreach (ref var row in CollectionsMarshal.AsSpan(content.OnlineRows))
            row = row with { Online = online[row.Online], Validity = validities[row.Validity] };
    }

    private static CompetenceRow Placed(CompetenceRow row, int[] units, int[] validities, int[] roles) =>
        new(row.Service, row.Area, units[row.Unit], validities[row.Validity], roles[row.Role]);

    private int[] SortValidities()
    {
        var uses = new int[content.Validities.Count];
        foreach (var row in CollectionsMarshal.AsSpan(content.Competences))
            uses[row.Validity]++;
        uses[0] = int.MaxValue;
        return content.SortValidities(Enumerable.Range(0, uses.Length).OrderByDescending(index => uses[index]).ThenBy(index => content.Validities[index], DaysComparer.Instance));
    }
}
