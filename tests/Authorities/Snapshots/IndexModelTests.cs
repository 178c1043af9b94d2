using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>The index gives the answers of a plain list, for any data: all tiers, roles, days, one unit and many, few areas and many.</summary>
public sealed class IndexModelTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private static readonly LeikaKey[] Services = [.. Enumerable.Range(1, 4).Select(number => LeikaKey.Parse($"9910{number}013104000"))];
    private static readonly string?[] Roles = ["01", "02", "03", "77", "78", null];

    // Towns of their own, members of associations, urban districts, city states, government regions.
    private static readonly RegionKey[] Places =
    [
        .. new[] { SmallMap.Dresden, SmallMap.Baerenstein, SmallMap.Koenigswalde, SmallMap.Bergen, SmallMap.Theuma, "110000000000", "020000000000", "091620000000", "091725303112", "010010000000" }.Select(RegionKey.Parse),
        .. Enumerable.Range(1, 60).Select(number => RegionKey.Parse($"14522{number:0000}{number:000}")),
        .. Enumerable.Range(1, 60).Select(number => RegionKey.Parse($"09172{number:0000}{number:000}")),
    ];

    private static readonly RegionKey[] Areas = [.. Places.SelectMany(place => place.Ancestors().Append(place)).Distinct()];

    private static readonly Gen<Named> AnyNamed = Gen.Select(
        Gen.Int[0, Services.Length - 1],
        Gen.Frequency((3, Gen.Int[0, Areas.Length - 1]), (1, Gen.Int[0, 5])),
        Gen.Int[0, 6],
        Gen.Int[0, Roles.Length - 1],
        Gen.Frequency((2, Gen.Const(() => (int?)null)), (1, Gen.Int[-900, 900].Select(days => (int?)days))),
        Gen.Frequency((2, Gen.Const(() => (int?)null)), (1, Gen.Int[-900, 900].Select(days => (int?)days))))
        .Select(row => new Named(Services[row.Item1], Areas[row.Item2], row.Item3, Roles[row.Item4], Day(row.Item5), Day(row.Item6)));

    [Fact]
    public void The_index_answers_like_a_plain_list() => AnyNamed.Array[0, 600].Sample(
        all =>
        {
            using var snapshot = Draft(all).Build();
            AssertSame(snapshot, all);
        },
        iter: 30);

    [Fact]
    public void The_order_in_which_it_is_told_does_not_matter() => Gen.Select(AnyNamed.Array[0, 200], Gen.Int).Sample(
        (all, seed) =>
        {
            using var folder = new SnapshotFolder();
            var other = (Named[])all.Clone();
            new Random(seed).Shuffle(other);
            Bytes(Draft(all), folder).Should().Equal(Bytes(Draft(other), folder));
        },
        iter: 40);

    [Fact]
    public async Task A_file_answers_like_the_memory()
    {
        using var folder = new SnapshotFolder();
        var random = new Random(17);
        var all = Enumerable.Range(0, 2000).Select(_ => new Named(Services[random.Next(4)], Areas[random.Next(Areas.Length)], random.Next(7), Roles[random.Next(6)], Day(random.Next(-2000, 200)), Day(random.Next(-200, 2000)))).ToArray();
        await folder.WriteAsync(Draft(all));
        foreach (var copy in new[] { false, true })
        {
            using var snapshot = copy ? await ServedAsync(folder) : AuthoritySnapshot.Open(folder.Path, [folder.PublicKey], Clock);
            snapshot.Info.Competences.Should().Be(2000);
            AssertSame(snapshot, all);
        }
    }

    // More different days than fit into a cell, so that the long form of lists is used.
    [Fact]
    public void Thousands_of_different_days_are_kept_apart()
    {
        var all = Enumerable.Range(0, 3000).Select(number => new Named(Services[number % 4], Areas[number % Areas.Length], number % 7, Roles[number % 4], Today.AddDays(-number), Today.AddDays(1500 - number))).ToArray();
        using var snapshot = Draft(all).Build();
        AssertSame(snapshot, all);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        using var snapshot = Draft([.. Enumerable.Range(0, 500).Select(number => new Named(Services[number % 3], Areas[number % Areas.Length], number % 7, Roles[number % 4], null, number % 5 == 0 ? Today : null))]).Build();
        var found = Count(snapshot);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Count(snapshot);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        (again, allocated).Should().Be((found, 0L));
        found.Should().BePositive();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(129)]
    [InlineData(2000)]
    public void Services_with_few_and_with_many_areas_are_found_alike(int areas)
    {
        var towns = Enumerable.Range(1, 2500).Select(number => RegionKey.Parse($"0917{number / 900}{number % 900 + 1:0000}{number % 900 + 1:000}")).Distinct().ToList();
        var draft = new SnapshotDraft(Clock);
        draft.AddOffice(Office(0));
        foreach (var town in towns)
            draft.AddRegion(town, "Town");
        foreach (var town in towns.Where((_, number) => number % (towns.Count / areas) == 0))
            draft.AddCompetence(Office(0).Id, Services[0], town);
        using var snapshot = draft.Build();
        towns.Select((town, number) => snapshot.TryFind(Services[0], town, out _) == (number % (towns.Count / areas) == 0)).Should().OnlyContain(right => right);
    }

    [Fact]
    public void More_than_sixteen_bits_of_regions_are_refused()
    {
        var draft = new SnapshotDraft();
        for (var number = 0; number < 66_000; number++)
            draft.AddRegion(RegionKey.Parse($"09{number / 9000:000}{number % 9000:0000}{number % 999:000}"), "Town");
        draft.Invoking(it => it.Build()).Should().Throw<AuthoritiesException>().Which.Code.Should().Be("authorities.snapshot-too-large");
    }

    private static void AssertSame(AuthoritySnapshot snapshot, Named[] all)
    {
        var deciding = all.Where(named => (named.Role is "01" or "02" or null) && !(Today < named.From) && !(Today > named.To)).ToLookup(named => (named.Service, named.Area.Shortest), named => $"{named.Unit}");
        foreach (var service in Services)
        {
            foreach (var place in Areas)
                AssertSame(snapshot, deciding, service, place);
        }
    }

    private static void AssertSame(AuthoritySnapshot snapshot, ILookup<(LeikaKey, RegionKey), string> deciding, LeikaKey service, RegionKey place)
    {
        var expected = Expected(deciding, service, place);
        var isFound = snapshot.TryFind(service, place, out var found);
        var whole = snapshot.Resolve(service, Place.Of(place));
        if (expected is null)
        {
            (isFound, whole is Competence.NotFound).Should().Be((false, true), $"{service} at {place}");
            return;
        }

        (isFound, found.Area).Should().Be((true, expected.Value.Area), $"{service} at {place}");
        var offices = Enumerable.Range(0, found.Count).Select(index => found.GetOffice(index)).ToList();
        offices.Select(office => office.Id.Value).Order(StringComparer.Ordinal).SequenceEqual(expected.Value.Units.Order(StringComparer.Ordinal)).Should().BeTrue($"{service} at {place}");
        offices.TrueForAll(office => office.Role.IsCompetent).Should().BeTrue();
        var (named, matched) = whole switch
        {
            Competence.Found one => ([one.Office], one.MatchedAt),
            Competence.Ambiguous several => (several.Offices, several.MatchedAt),
            _ => ((IReadOnlyList<Office>)[], null),
        };
        named.ToHashSet().SetEquals(offices).Should().BeTrue($"{service} at {place}");
        (matched!.Level, matched.Area).Should().Be((found.Level, found.Area));
    }

    private static (RegionKey Area, string[] Units)? Expected(ILookup<(LeikaKey, RegionKey), string> deciding, LeikaKey service, RegionKey place)
    {
        foreach (var area in place.Ancestors().Prepend(place).Select(area => area.Shortest))
        {
            var units = deciding[(service, area)].Distinct().ToArray();
            if (units.Length > 0)
                return (area, units);
        }

        return null;
    }

    private static SnapshotDraft Draft(IReadOnlyList<Named> all)
    {
        var draft = new SnapshotDraft(Clock);
        foreach (var place in Places)
            draft.AddRegion(place, $"Town {place}");
        foreach (var service in Services)
            draft.AddService(new PublicService(service, $"Service {service}"));
        foreach (var unit in all.Select(named => named.Unit).Distinct())
            draft.AddOffice(Office(unit));
        foreach (var named in all)
            draft.AddCompetence(Office(named.Unit).Id, named.Service, named.Area, named.Role is null ? null : new OfficeRole(named.Role), named.From, named.To);
        return draft;
    }

    private static Office Office(int number) => new(new OfficeId("S", "", $"{number}"), $"Office {number}") { MailAddress = $"office-{number}@amt.example" };

    private static byte[] Bytes(SnapshotDraft draft, SnapshotFolder folder)
    {
        draft.WriteUnsignedAsync(folder.Path).GetAwaiter().GetResult();
        return File.ReadAllBytes(folder.Path);
    }

    private static async Task<AuthoritySnapshot> ServedAsync(SnapshotFolder folder)
    {
        await using var directory = folder.Served();
        directory.Settings["A:Snapshot:CopyToMemory"] = "true";
        return await directory.Authorities.OpenSnapshotAsync();
    }

    private static int Count(AuthoritySnapshot snapshot)
    {
        var count = 0;
        foreach (var service in Services)
        {
            foreach (var place in Areas)
                count += snapshot.TryFind(service, place, out var found) ? found.Count : 0;
        }

        return count;
    }

    private static DateOnly? Day(int? days) => days is null ? null : Today.AddDays(days.Value);

    private sealed record Named(LeikaKey Service, RegionKey Area, int Unit, string? Role, DateOnly? From, DateOnly? To);
}
