using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>What is left of an object that several messages write and delete does not depend on the order of the files.</summary>
public sealed class MergeTests
{
    private const string DeleteUnit = """<xzufi:loesche klasse="Organisationseinheit"><xzufi:id schemeAgencyID="S" schemeID="Organisationseinheit">A</xzufi:id></xzufi:loesche>""";

    [Fact]
    public async Task The_newer_message_wins()
    {
        var old = Message("2026-01-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Freiberg), "old"));
        var newer = Message("2026-02-01T00:00:00+01:00", 0, Unit("A", Competence(SmallMap.Freiberg), "newer"));
        (await NamesAsync(old, newer)).Should().Equal("newer");
        (await NamesAsync(newer, old)).Should().Equal("newer");
    }

    [Fact]
    public async Task Within_a_transaction_the_higher_position_wins()
    {
        var first = Message("2026-01-01T00:00:00Z", 1, Service(), Unit("A", Competence(SmallMap.Freiberg), "first"));
        var second = Message("2026-01-01T00:00:00Z", 2, Unit("A", Competence(SmallMap.Freiberg), "second"));
        (await NamesAsync(second, first)).Should().Equal("second");
        (await NamesAsync(first, second)).Should().Equal("second");
    }

    [Fact]
    public async Task Deleted_in_a_message_of_the_same_age_is_deleted()
    {
        var write = Message("2026-01-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Freiberg)));
        var delete = Message("2026-01-01T00:00:00Z", 0, DeleteUnit);
        (await NamesAsync(write, delete)).Should().BeEmpty();
        (await NamesAsync(delete, write)).Should().BeEmpty();
    }

    [Fact]
    public async Task Written_again_in_a_newer_message_is_there_again()
    {
        var write = Message("2026-03-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Freiberg)));
        var delete = Message("2026-02-01T00:00:00Z", 0, DeleteUnit);
        (await NamesAsync(write, delete)).Should().Equal("A");
        (await NamesAsync(delete, write)).Should().Equal("A");
    }

    [Fact]
    public async Task A_competence_within_a_unit_falls_with_the_version_of_the_unit()
    {
        var old = Message("2026-01-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Freiberg)));
        var newer = Message("2026-02-01T00:00:00Z", 0, Unit("A", Competence(SmallMap.Dresden)));
        (await NamesAsync(old, newer)).Should().BeEmpty();
        (await NamesAsync(newer, old)).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_units_of_the_same_age_that_differ_in_their_competences_the_same_one_wins()
    {
        var one = Message("2026-01-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Freiberg)));
        var other = Message("2026-01-01T00:00:00Z", 0, Service(), Unit("A", Competence(SmallMap.Dresden)));
        (await NamesAsync(one, other)).Should().Equal(await NamesAsync(other, one));
    }

    [Fact]
    public Task Any_order_of_the_files_gives_the_same_answers() => Gen.Select(AnyMessage.Array[1, 6], Gen.Int).SampleAsync(
        async (messages, seed) =>
        {
            var other = (string[])messages.Clone();
            new Random(seed).Shuffle(other);
            (await NamesAsync(messages)).Should().Equal(await NamesAsync(other));
        },
        iter: 300);

    private static Gen<string> AnyMessage => Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], AnyObject.Array[0, 5]).Select((day, position, objects) => Message($"2026-01-0{day}T00:00:00Z", position, [Service(), .. objects]));

    private static Gen<string> AnyObject => Gen.OneOf(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1]).Select((version, area, id) => Unit("AB"[id..(id + 1)], Competence(area == 0 ? SmallMap.Freiberg : "14522", id: $"Z{area}"), $"version {version}")),
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2]).Select((id, area) => Detached("AB"[id..(id + 1)], Competence(area == 0 ? SmallMap.Freiberg : "14", id: $"Z{area}"))),
        Gen.Const(DeleteUnit),
        Gen.Int[0, 2].Select(area => $"""<xzufi:loesche klasse="Zustaendigkeit"><xzufi:id schemeAgencyID="S" schemeID="ZustaendigkeitOrganisationseinheit">Z{area}</xzufi:id></xzufi:loesche>"""));

    private static string Message(string created, int position, params string[] objects) => Of(
        [$"<xzufi:nachrichtenkopf><xzufi:erstelltDatumZeit>{created}</xzufi:erstelltDatumZeit></xzufi:nachrichtenkopf><xzufi:transaktionPosition>{position}</xzufi:transaktionPosition>", .. objects]);

    private static async Task<IReadOnlyList<string>> NamesAsync(params string[] messages)
    {
        await using var directory = TestDirectory.With(messages[0]);
        for (var more = 1; more < messages.Length; more++)
        {
            directory.Write($"{more}.xml", messages[more]);
            directory.Settings[$"A:Deliveries:{more}"] = directory.PathOf($"{more}.xml");
        }

        return await directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg))) switch
        {
            Competence.Found found => [found.Office.Name],
            Competence.Ambiguous several => [.. several.Offices.Select(office => office.Name)],
            _ => [],
        };
    }
}
