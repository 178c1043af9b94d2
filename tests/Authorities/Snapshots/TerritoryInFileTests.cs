using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using FluentAssertions.Equivalency;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>A snapshot file answers for places as the deliveries and lists do that it was made of, former places included.</summary>
public sealed class TerritoryInFileTests
{
    private const string Changes = """
        OldKey,NewKeys,From,Kind,OldName,NewName
        14521030,145210035035,2019-01-01,merge,"Aue, Stadt","Aue-Bad Schlema, Stadt"
        14522901,145220180180 145220080080,2020-01-01,split,Altdorf,
        14522902,14522901,2019-01-01,rekey,,
        145220260260,145229990999,2026-01-01,rekey,,
        14522903,145220180180,2027-01-01,merge,,

        """;

    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);

    [Theory]
    [InlineData("14521030", typeof(Competence.Found))]
    [InlineData("14522902", typeof(Competence.NeedsPlaceChoice))]
    [InlineData("14522903", typeof(Competence.NotFound))]
    [InlineData("145220260260", typeof(Competence.Found))]
    [InlineData("145229990999", typeof(Competence.Found))]
    [InlineData("145210340340", typeof(Competence.Found))]
    [InlineData(SmallMap.Freiberg, typeof(Competence.Found))]
    public async Task Former_keys_are_answered_as_deliveries_do(string key, Type expected)
    {
        using var folder = new SnapshotFolder();
        await using var sources = Sources();
        await MakerOf(sources).MakeAsync(folder.Path, folder.Key);
        await using var served = folder.Served();
        var place = MunicipalityKey.TryParse(key, out var municipality) ? Place.Of(municipality) : Place.Of(RegionKey.Parse(key));
        var (read, opened) = (await sources.Authorities.ResolveAsync(Dog, place), await served.Authorities.ResolveAsync(Dog, place));
        opened.Should().BeOfType(expected);
        opened.Should().BeEquivalentTo(read, options => ByKey(options).RespectingRuntimeTypes().Excluding(answer => answer.Data));
        (opened.ResolvedFrom is null).Should().Be(key is "14522903" or "145229990999" or SmallMap.Freiberg);
    }

    [Fact]
    public async Task A_change_in_the_file_counts_from_its_first_day_on()
    {
        using var folder = new SnapshotFolder();
        await using var sources = Sources();
        await MakerOf(sources).MakeAsync(folder.Path, folder.Key);
        await using var served = folder.Served();
        served.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var answer = await served.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522903")));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be($"office-{SmallMap.Freiberg}");
        answer.ResolvedFrom!.Successors.Should().Equal(RegionKey.Parse(SmallMap.Freiberg));
    }

    [Theory]
    [InlineData("Freiberg")]
    [InlineData("09599")]
    [InlineData("08280 Aue")]
    [InlineData("14522902")]
    [InlineData("Hartmansdorf")]
    public async Task Places_are_found_as_in_deliveries(string text)
    {
        using var folder = new SnapshotFolder();
        await using var sources = Sources();
        await MakerOf(sources).MakeAsync(folder.Path, folder.Key);
        await using var served = folder.Served();
        var found = await served.Authorities.FindPlacesAsync(text);
        found.Should().NotBeEmpty().And.BeEquivalentTo(await sources.Authorities.FindPlacesAsync(text), options => ByKey(options).WithStrictOrdering());
    }

    [Fact]
    public async Task The_lists_of_regions_are_sources_too()
    {
        using var folder = new SnapshotFolder();
        await using var sources = Sources();
        sources.Write("more.xml", RegionLists.Genericode);
        sources.Settings["A:AdditionalRegionLists:0"] = sources.PathOf("more.xml");
        var info = await MakerOf(sources).MakeAsync(folder.Path, folder.Key);
        info.Sources.Select(source => Path.GetFileName(source.Location)).Should().Equal("regions.json", "more.xml", "postal-codes.csv", "changes.csv", "delivery.xml");
        info.Sources.Should().OnlyContain(source => source.Sha256!.Length == 64 && source.Bytes > 0);
    }

    [Theory]
    [InlineData("A:RegionList")]
    [InlineData("A:AdditionalRegionLists:0")]
    [InlineData("A:PostalCodes")]
    [InlineData("A:TerritoryChanges")]
    public async Task Beside_a_snapshot_there_are_no_lists(string setting)
    {
        using var folder = new SnapshotFolder();
        await using var directory = folder.Served();
        directory.Settings[setting] = "list";
        directory.Invoking(it => it.Authorities).Should().Throw<OptionsValidationException>().Which.Message.Should().Contain("Snapshot:Path");
    }

    [Fact]
    public void The_last_word_on_an_area_of_a_draft_counts()
    {
        var draft = SnapshotFolder.Draft();
        draft.AddRegion(RegionKey.Parse(SmallMap.Freiberg), "Zuletzt, Stadt");
        using var snapshot = draft.Build();
        snapshot.Resolve(Dog, Place.Of(PostalCode.Parse("09599"))).Should().BeOfType<Competence.Found>().Which.MatchedAt.Name.Should().Be("Zuletzt");
    }

    // A key is its digits; its parts are keys again.
    private static EquivalencyAssertionOptions<T> ByKey<T>(EquivalencyAssertionOptions<T> options) =>
        options.ComparingByValue<RegionKey>().ComparingByValue<PostalCode>().ComparingByValue<LeikaKey>();

    private static SnapshotMaker MakerOf(TestDirectory sources) => sources.Provider.GetRequiredKeyedService<SnapshotMaker>("");

    private static TestDirectory Sources()
    {
        var directory = TestDirectory.With(
            Delivery.For(SmallMap.Freiberg, "145220080080", "145210035035", "145220260260", SmallMap.Koenigswalde),
            postalCodes: "PostalCode,RegionalKey\n09599,145220180180\n08280,14521030\n");
        directory.Write("changes.csv", Changes);
        directory.Settings["A:TerritoryChanges"] = directory.PathOf("changes.csv");
        return directory;
    }
}
