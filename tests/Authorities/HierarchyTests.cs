using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities;

/// <summary>The first tier that names a deciding unit wins.</summary>
public sealed class HierarchyTests
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);

    [Theory]
    [InlineData(SmallMap.Freiberg, SmallMap.Freiberg, RegionLevel.Municipality, "Freiberg")]
    [InlineData(SmallMap.Freiberg, "14522180", RegionLevel.Municipality, "Freiberg")]
    [InlineData(SmallMap.Freiberg, "145220180", RegionLevel.Municipality, "Freiberg")]
    [InlineData("145220180", SmallMap.Freiberg, RegionLevel.Municipality, "Freiberg")]
    [InlineData("145220180", "14522", RegionLevel.District, "Mittelsachsen")]
    [InlineData(SmallMap.Freiberg, "14522", RegionLevel.District, "Mittelsachsen")]
    [InlineData(SmallMap.Freiberg, "145220000000", RegionLevel.District, "Mittelsachsen")]
    [InlineData(SmallMap.Freiberg, "14522000", RegionLevel.District, "Mittelsachsen")]
    [InlineData(SmallMap.Freiberg, "145", RegionLevel.GovernmentRegion, "145")]
    [InlineData(SmallMap.Freiberg, "14", RegionLevel.State, "Sachsen")]
    [InlineData(SmallMap.Freiberg, "140000000000", RegionLevel.State, "Sachsen")]
    [InlineData(SmallMap.Freiberg, "DE14", RegionLevel.State, "Sachsen")]
    [InlineData(SmallMap.Freiberg, "000000000000", RegionLevel.Federation, "Deutschland")]
    [InlineData(SmallMap.Theuma, SmallMap.Association, RegionLevel.Association, "145235402")]
    [InlineData(SmallMap.Theuma, "145235402000", RegionLevel.Association, "145235402")]
    [InlineData(SmallMap.Koenigswalde, SmallMap.Community, RegionLevel.Association, "145215101")]
    [InlineData(SmallMap.Dresden, SmallMap.Dresden, RegionLevel.Municipality, "Dresden")]
    [InlineData(SmallMap.Dresden, "14612", RegionLevel.Municipality, "Dresden")]
    [InlineData(SmallMap.Dresden, "14612000", RegionLevel.Municipality, "Dresden")]
    [InlineData(SmallMap.Mittelsachsen, "14522", RegionLevel.District, "Mittelsachsen")]
    [InlineData(SmallMap.Community, "14521", RegionLevel.District, "Erzgebirgskreis")]
    public async Task A_competence_for_an_area_is_found_from_every_place_within(string place, string area, RegionLevel level, string name)
    {
        await using var directory = TestDirectory.With(Delivery.For(area));
        var found = (await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(place)))).Should().BeOfType<Competence.Found>().Subject;
        found.Office.Name.Should().Be($"office-{area}");
        (found.MatchedAt.Level, found.MatchedAt.Name).Should().Be((level, name));
    }

    [Theory]
    [InlineData(SmallMap.Freiberg, "145220080080")]
    [InlineData(SmallMap.Freiberg, "14521")]
    [InlineData(SmallMap.Freiberg, "13")]
    [InlineData(SmallMap.Freiberg, SmallMap.Association)]
    [InlineData(SmallMap.Mittelsachsen, SmallMap.Freiberg)]
    public async Task A_competence_for_another_area_is_not_found(string place, string area)
    {
        await using var directory = TestDirectory.With(Delivery.For(area));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(place)));
        answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.NoCompetence);
    }

    [Fact]
    public async Task The_smallest_area_wins_and_the_search_stops_there()
    {
        await using var directory = TestDirectory.With(Delivery.For("14", "14522", SmallMap.Freiberg));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be($"office-{SmallMap.Freiberg}");
        answer.Explanation.Should().ContainSingle().Which.Finding.Should().Be(StepFinding.OfficeFound);
    }

    [Fact]
    public async Task Each_tier_that_was_asked_is_explained()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Theuma)));
        answer.Explanation.Select(step => (step.Level, step.Finding)).Should().Equal(
            (RegionLevel.Municipality, StepFinding.NobodyNamed),
            (RegionLevel.Association, StepFinding.NobodyNamed),
            (RegionLevel.District, StepFinding.NobodyNamed),
            (RegionLevel.State, StepFinding.OfficeFound));
        answer.Explanation[0].ToString().Should().Be("For the municipality Theuma nobody is named.");
        answer.Explanation[^1].Describe(new("de-DE")).Should().Be("Land Sachsen: zuständig ist office-14.");
    }

    [Fact]
    public async Task Government_regions_are_asked_only_where_somebody_is_named_for_one()
    {
        await using var directory = TestDirectory.With(Delivery.For("14", "091"));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
        answer.Explanation.Select(step => step.Level).Should().Equal(RegionLevel.Municipality, RegionLevel.District, RegionLevel.GovernmentRegion, RegionLevel.State);
    }

    [Fact]
    public async Task In_an_administrative_community_the_fulfilling_municipality_acts_for_the_others()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Baerenstein, "14"));
        directory.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein;
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Koenigswalde)));
        var found = answer.Should().BeOfType<Competence.Found>().Subject;
        found.Office.Name.Should().Be($"office-{SmallMap.Baerenstein}");
        found.MatchedAt.Should().Be(new MatchedArea(RegionLevel.Association, RegionKey.Parse(SmallMap.Baerenstein), "Bärenstein"));
        answer.Explanation.Select(step => step.Finding).Should().Equal(
            StepFinding.NobodyNamed, StepFinding.NobodyNamed, StepFinding.ActsForMembers, StepFinding.OfficeFound);
    }

    [Fact]
    public async Task A_members_own_office_and_the_communitys_go_before_the_fulfilling_municipality()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Baerenstein, SmallMap.Koenigswalde));
        directory.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein;
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Koenigswalde))))
            .Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be($"office-{SmallMap.Koenigswalde}");

        await using var community = TestDirectory.With(Delivery.For(SmallMap.Baerenstein, SmallMap.Community));
        community.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein;
        (await community.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Koenigswalde))))
            .Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be($"office-{SmallMap.Community}");
    }

    [Fact]
    public async Task The_fulfilling_municipality_is_not_asked_twice_for_itself()
    {
        await using var directory = TestDirectory.With(Delivery.For("14521"));
        directory.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein;
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Baerenstein)));
        answer.Explanation.Select(step => step.Finding).Should().Equal(StepFinding.NobodyNamed, StepFinding.NobodyNamed, StepFinding.OfficeFound);
    }

    [Fact]
    public async Task Without_that_knowledge_a_neighbour_is_never_named()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Baerenstein));
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(RegionKey.Parse(SmallMap.Koenigswalde))))
            .Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.NoCompetence);
    }
}
