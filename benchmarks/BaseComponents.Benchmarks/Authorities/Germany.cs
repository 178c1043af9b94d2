using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// Invented data of the size of Germany's: 16,000 areas of all tiers, 13,000 services, 100,000 units, 8 million competences whose area and
/// unit are drawn at random, nine in ten of them on a thousand services.
/// </summary>
internal sealed class Germany
{
    public const int Competences = 8_000_000;
    private const int Districts = 400;
    private const int Units = 100_000;
    private const int HotServices = 1_000;
    private readonly Random _random = new(20261127);

    public RegionKey[] Areas { get; } = [.. AllAreas().Distinct().Take(16_000)];

    public LeikaKey[] Services { get; } = [.. Enumerable.Range(0, 13_000).Select(number => LeikaKey.Parse($"99{100 + (number / 200):000}{number % 200:000}104000"))];

    public RegionKey[] Municipalities => [.. Areas.Where(area => area.Level == RegionLevel.Municipality)];

    /// <summary>A service as often as it has competences.</summary>
    public int AnyService() => _random.Next(10) < 9 ? _random.Next(HotServices) : HotServices + _random.Next(Services.Length - HotServices);

    public RegionKey AnyMunicipality(RegionKey[] municipalities) => municipalities[_random.Next(municipalities.Length)];

    public IEnumerable<Row> Rows()
    {
        for (var number = 0; number < Competences; number++)
            yield return new Row(AnyService(), _random.Next(Areas.Length), _random.Next(Units), _random.Next(20) switch { 0 => 3, < 4 => 2, _ => 1 }, _random.Next(10) == 0 ? 1 + _random.Next(50) : 0);
    }

    public SnapshotDraft Draft(IEnumerable<Row> rows)
    {
        var draft = new SnapshotDraft();
        foreach (var area in Areas)
            draft.AddRegion(area, $"Gebiet {area}");
        foreach (var service in Services)
            draft.AddService(new PublicService(service, $"Leistung {service:S}") { Synonyms = ["Antrag", "Anmeldung"] });
        var ids = Enumerable.Range(0, Units).Select(number => new OfficeId("L100014", "OE", number.ToString(CultureInfo.InvariantCulture))).ToArray();
        foreach (var id in ids)
            draft.AddOffice(UnitOf(id));
        foreach (var row in rows)
            draft.AddCompetence(ids[row.Unit], Services[row.Service], Areas[row.Area], new OfficeRole($"0{row.Role}"), row.From, row.To);
        return draft;
    }

    private static Office UnitOf(OfficeId id) => new(id, $"Stadtverwaltung {id.Value}, Bürgeramt")
    {
        Address = new OfficeAddress { Street = "Hauptstraße", HouseNumber = id.Value, PostalCode = "09599", City = "Freiberg" },
        MailAddress = $"amt{id.Value}@gemeinde.amt.example",
        Telephone = "+49 3731 000000",
        WebPage = new Uri($"https://amt{id.Value}.amt.example/buergeramt"),
    };

    private static IEnumerable<RegionKey> AllAreas()
    {
        yield return RegionKey.Federation;
        for (var number = 0; number < Districts; number++)
        {
            var district = $"{(number % 16) + 1:00}{(number / 16 % 4) + 1}{(number / 64) + 1:00}";
            yield return RegionKey.Parse(district[..2]);
            yield return RegionKey.Parse(district[..3]);
            yield return RegionKey.Parse(district);
            for (var member = 0; member < 28; member++)
                yield return RegionKey.Parse(member < 11 ? $"{district}{member + 1:0000}{member + 1:000}" : $"{district}5{(member % 11) + 1:000}{member + 1:000}");
            for (var association = 0; association < 11; association++)
                yield return RegionKey.Parse($"{district}5{association + 1:000}");
        }
    }
}

/// <summary>A competence by indices.</summary>
internal readonly record struct Row(int Service, int Area, int Unit, int Role, int Period)
{
    public DateOnly? From => Period == 0 ? null : new DateOnly(2020, 1, 1).AddDays(Period * 40);

    public DateOnly? To => Period == 0 || Period % 2 == 0 ? null : new DateOnly(2027, 1, 1).AddDays(Period * 10);
}
