using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities;

/// <summary>Keys of former areas are places too, from the day of the change on, and the answer says so.</summary>
public sealed class TerritoryTests
{
    private const string Head = "OldKey,NewKeys,From,Kind,OldName,NewName\n";
    private const string Aue = """
        14521030,145210035035,2019-01-01,merge,"Aue, Stadt","Aue-Bad Schlema, Stadt"
        14521050,145210035035,2019-01-01,merge,"Bad Schlema","Aue-Bad Schlema, Stadt"

        """;

    private const string Hanau = "064350014014,064150000000,2026-01-01,rekey\n";
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);

    [Theory]
    [InlineData("14521030")]
    [InlineData("14521050")]
    public async Task A_merged_municipality_is_found_by_its_old_key(string key)
    {
        await using var directory = With(Head + Aue, "145210035035");
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse(key)));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("office-145210035035");
        answer.ResolvedFrom!.Key.Should().Be(key);
        answer.ResolvedFrom.Successors.Should().Equal(RegionKey.Parse("145210035035"));
        answer.ResolvedFrom.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new TerritoryChange(key, ["145210035035"], new DateOnly(2019, 1, 1), TerritoryChangeKind.Merge));
    }

    [Fact]
    public async Task The_explanation_says_it_in_both_languages()
    {
        await using var directory = With(Head + Aue, "145210035035");
        var step = (await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14521030")))).Explanation[0];
        step.Finding.Should().Be(StepFinding.AreaMerged);
        step.ToString().Should().Be("Aue, Stadt (14521030) is a former area: it is part of Aue-Bad Schlema (145210035035) since 2019-01-01.");
        step.Describe(CultureInfo.GetCultureInfo("de")).Should().Be("Aue, Stadt (14521030) ist ein früheres Gebiet und gehört seit 01.01.2019 zu Aue-Bad Schlema (145210035035).");
    }

    [Fact]
    public async Task A_key_that_holds_is_said_to_be_no_former_one()
    {
        await using var directory = With(Head + Aue, SmallMap.Freiberg);
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Freiberg)))).ResolvedFrom.Should().BeNull();
    }

    // The list has the old key, as lists of former years do; the clock stands in November 2026.
    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    public async Task A_change_counts_from_its_first_day_on(string from, bool counts)
    {
        await using var directory = With($"{Head}145220180180,145220080080,{from},merge\n", SmallMap.Freiberg, "145220080080");
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be(counts ? "office-145220080080" : "office-145220180180");
        (answer.ResolvedFrom is null).Should().Be(!counts);
        (await directory.Authorities.FindPlacesAsync("Freiberg")).Select(place => place.ShortName).Should().Equal(counts ? "Döbeln" : "Freiberg");
    }

    [Theory]
    [InlineData("064350014014")]
    [InlineData("06435014")]
    [InlineData("064150000000")]
    [InlineData("06415000")]
    public async Task A_town_with_a_new_key_is_found_by_both_and_so_are_its_offices(string asked)
    {
        foreach (var delivered in new[] { "064350014014", "06435014", "064150000000", "06415" })
        {
            await using var directory = With(Head + Hanau, delivered);
            directory.Write("regions.json", """{ "metadaten": { "version": "2024-10-31" }, "daten": [["064350014014", "Hanau, Brüder-Grimm-Stadt", null], ["06435", "Main-Kinzig-Kreis", "Landkreis"]] }""");
            var place = asked.Length == 8 ? Place.Of(MunicipalityKey.Parse(asked)) : Place.Of(RegionKey.Parse(asked));
            var found = (await directory.Authorities.ResolveAsync(Dog, place)).Should().BeOfType<Competence.Found>($"{asked} is asked and {delivered} delivered").Subject;
            found.MatchedAt.Should().Be(new MatchedArea(RegionLevel.Municipality, RegionKey.Parse("06415"), "Hanau"));
            (await directory.Authorities.FindPlacesAsync("hanau")).Should().ContainSingle().Which.Key.Should().Be(RegionKey.Parse("064150000000"));
        }
    }

    [Fact]
    public async Task A_list_that_is_newer_than_the_change_and_still_has_the_key_knows_better()
    {
        await using var directory = With($"{Head}145220180180,145220080080,2021-07-31,merge\n", SmallMap.Freiberg);
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
        answer.ResolvedFrom.Should().BeNull("the list is of 2021-07-31");
    }

    [Theory]
    [InlineData("14522000111,", true)]
    [InlineData("", false)]
    public async Task Changes_are_followed_one_after_the_other(string broken, bool isBad)
    {
        var chain = $"{broken}14522901,14522902,2010-01-01,merge\n14522902,14522903,2012-01-01,rename\n14522903,145220180180,2020-01-01,rekey\n";
        await using var directory = With(Head + chain, SmallMap.Freiberg);
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522901")));
        if (isBad)
        {
            answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.UnknownPlace);
            (await directory.Authorities.GetStatusAsync()).Findings.Should().ContainSingle().Which.Element.Should().Be("territory change");
            return;
        }

        answer.ResolvedFrom!.Changes.Select(change => change.Kind).Should().Equal(TerritoryChangeKind.Merge, TerritoryChangeKind.Rename, TerritoryChangeKind.Rekey);
        answer.Explanation.Select(step => step.Finding).Should().Equal(StepFinding.AreaMerged, StepFinding.AreaRenamed, StepFinding.AreaRekeyed, StepFinding.OfficeFound);
    }

    [Fact]
    public async Task A_divided_municipality_needs_a_choice_only_where_the_answers_differ()
    {
        const string split = Head + "14522901,145220180180 145220080080,2020-01-01,split,Altdorf\n";
        await using var different = With(split, SmallMap.Freiberg, "145220080080");
        var choice = await different.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522901")));
        choice.Should().BeOfType<Competence.NeedsPlaceChoice>().Which.Candidates.Select(place => place.ShortName).Should().Equal("Döbeln", "Freiberg");
        choice.Explanation[0].ToString().Should().StartWith("Altdorf (14522901) is a former area: it is divided between Freiberg (145220180180), Döbeln (145220080080) since");
        choice.Explanation[^1].Finding.Should().Be(StepFinding.DifferentByMunicipality);
        await using var alike = With(split, "14522");
        var answer = await alike.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522901")));
        answer.Should().BeOfType<Competence.Found>();
        answer.ResolvedFrom!.Successors.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_cycle_of_one_day_is_refused_and_the_rest_counts()
    {
        var rows = "14522901,14522902,2020-01-01,rekey\n14522902,14522903,2020-01-01,rekey\n14522903,14522901,2020-01-01,rekey\n14522904,145220180180,2020-01-01,merge\n";
        await using var directory = With(Head + rows, SmallMap.Freiberg);
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522901")))).Should().BeOfType<Competence.NotFound>();
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522904")))).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.GetStatusAsync()).Findings.Select(finding => finding.Id).Should().Equal("14522901", "14522902", "14522903");
    }

    [Fact]
    public async Task What_joined_and_left_again_is_itself()
    {
        var rows = "145220180180,14522901,2010-01-01,merge\n14522901,145220180180,2020-01-01,rekey\n";
        await using var directory = With(Head + rows, SmallMap.Freiberg);
        foreach (var place in new[] { Place.Of(MunicipalityKey.Parse("14522901")), Place.Of(RegionKey.Parse(SmallMap.Freiberg)) })
            (await directory.Authorities.ResolveAsync(Dog, place)).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.GetStatusAsync()).SkippedObjects.Should().Be(0);
    }

    [Fact]
    public async Task A_municipality_in_another_association_than_the_lists_is_the_same()
    {
        await using var directory = With(Head, SmallMap.Koenigswalde);
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse("145210340340")));
        answer.Should().BeOfType<Competence.Found>();
        answer.ResolvedFrom!.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new TerritoryChange("145210340340", [SmallMap.Koenigswalde], null, TerritoryChangeKind.Rekey));
        answer.Explanation[0].ToString().Should().Be("145210340340 is a former key: the area has the key of Königswalde (145215101340).");
    }

    [Fact]
    public async Task Postal_codes_of_a_former_municipality_are_those_of_its_successors()
    {
        await using var directory = With(Head + Aue, "145210035035");
        directory.Write("postal-codes.csv", "PostalCode,RegionalKey\n08280,14521030\n08301,14521050\n");
        foreach (var code in new[] { "08280", "08301" })
            (await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse(code)))).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.FindPlacesAsync("08301 Aue")).Should().ContainSingle().Which.PostalCodes.Should().Equal(PostalCode.Parse("08280"), PostalCode.Parse("08301"));
    }

    [Fact]
    public async Task The_order_of_rows_means_nothing()
    {
        string[] rows = ["14522901,145220180180,2020-01-01,merge,A,B", "14522901,145220080080,2020-01-01,split,C", "14522902,14522901,2019-01-01,rekey"];
        foreach (var order in new[] { rows, [rows[2], rows[1], rows[0]], [rows[1], rows[0], rows[2]] })
        {
            await using var directory = With($"{Head}{string.Join('\n', order)}", SmallMap.Freiberg, "145220080080");
            var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522902")));
            answer.Should().BeOfType<Competence.NeedsPlaceChoice>().Which.Candidates.Should().HaveCount(2);
            answer.Explanation[1].AreaName.Should().Be("A (14522901)");
        }
    }

    [Fact]
    public async Task A_long_chain_of_one_day_takes_no_time_and_a_wide_change_is_refused()
    {
        var chain = Enumerable.Range(0, 50_000).Select(number => $"{14_100_000 + number},{14_100_001 + number},2020-01-01,rekey");
        var wide = Enumerable.Range(0, 70).Select(number => $"14522904,{14_300_000 + number},2020-01-01,split");
        await using var directory = With($"{Head}{string.Join('\n', chain)}\n{string.Join('\n', wide)}", SmallMap.Freiberg);
        var asked = directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14100000")));
        (await asked.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeOfType<Competence.NotFound>().Which.Explanation.Count.Should().BeLessThan(1000);
        (await directory.Authorities.GetStatusAsync()).Findings.Should().ContainSingle().Which.Id.Should().Be("14522904");
    }

    [Theory]
    [InlineData("14522901,145220180180 x,2020-01-01,merge")]
    [InlineData("14522901,,2020-01-01,merge")]
    [InlineData("14522901,145220180180,01.01.2020,merge")]
    [InlineData("14522901,145220180180,2020-01-01,vanish")]
    [InlineData("x,145220180180,2020-01-01,merge")]
    [InlineData("14522901")]
    public async Task A_bad_row_is_reported_and_the_rest_counts(string row)
    {
        await using var directory = With($"{Head}{row}\n14522904,145220180180,2020-01-01,merge\n", SmallMap.Freiberg);
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522904")))).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.GetStatusAsync()).SkippedObjects.Should().Be(1);
    }

    private static TestDirectory With(string changes, params string[] areas)
    {
        var directory = TestDirectory.With(Delivery.For(areas));
        directory.Write("changes.csv", changes);
        directory.Settings["A:TerritoryChanges"] = directory.PathOf("changes.csv");
        return directory;
    }
}
