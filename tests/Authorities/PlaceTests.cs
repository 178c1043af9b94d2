using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities;

public sealed class PlaceTests
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);

    [Fact]
    public async Task A_municipality_is_found_by_each_of_its_keys()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Freiberg));
        foreach (var place in new[] { Place.Of(RegionKey.Parse(SmallMap.Freiberg)), Place.Of(MunicipalityKey.Parse("14522180")), Place.Of(PostalCode.Parse("09599")) })
            (await directory.Authorities.ResolveAsync(Dog, place)).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task Municipalities_of_one_postal_code_with_different_offices_must_be_chosen_between()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Baerenstein, SmallMap.Koenigswalde));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse("09471")));
        answer.Should().BeOfType<Competence.NeedsPlaceChoice>().Which.Candidates.Select(place => place.ShortName).Should().Equal("Bärenstein", "Königswalde");
        answer.Explanation.Select(step => step.Finding).Should().Equal(
            StepFinding.SeveralMunicipalities, StepFinding.OfficeFound, StepFinding.OfficeFound, StepFinding.DifferentByMunicipality);
    }

    [Fact]
    public async Task A_place_is_also_to_be_chosen_where_only_one_municipality_has_an_office()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Baerenstein));
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse("09471")))).Should().BeOfType<Competence.NeedsPlaceChoice>();
    }

    [Theory]
    [InlineData(SmallMap.Community)]
    [InlineData("145215101060 145215101340")]
    [InlineData("14521060 14521340")]
    [InlineData("14521")]
    public async Task One_office_for_all_municipalities_of_a_postal_code_is_the_answer_at_once(string areas)
    {
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service(), Delivery.Unit("A", Delivery.Competence(areas))));
        var answer = await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse("09471")));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("A");
        answer.Explanation[^1].Finding.Should().Be(StepFinding.SameForAllMunicipalities);
    }

    [Fact]
    public async Task Offices_whose_identifiers_look_alike_are_still_two()
    {
        var first = Delivery.Unit("b/c", Delivery.Competence(SmallMap.Baerenstein), "First").Replace("schemeAgencyID=\"S\" schemeID=\"Organisationseinheit\"", "schemeAgencyID=\"S\" schemeID=\"a\"");
        var second = Delivery.Unit("c", Delivery.Competence(SmallMap.Koenigswalde), "Second").Replace("schemeAgencyID=\"S\" schemeID=\"Organisationseinheit\"", "schemeAgencyID=\"S\" schemeID=\"a/b\"");
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service(), first, second));
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse("09471")))).Should().BeOfType<Competence.NeedsPlaceChoice>();
    }

    [Fact]
    public async Task The_same_lack_in_all_municipalities_is_the_answer_too()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Freiberg));
        (await directory.Authorities.ResolveAsync(Dog, Place.Of(PostalCode.Parse("09471"))))
            .Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.NoCompetence);
    }

    [Fact]
    public async Task Unknown_places_are_an_answer()
    {
        await using var directory = TestDirectory.With(Delivery.For("14", "000000000000"));
        foreach (var place in new[] { Place.Of(RegionKey.Parse("145229999999")), Place.Of(RegionKey.Parse("09162")), Place.Of(MunicipalityKey.Parse("14522999")), Place.Of(PostalCode.Parse("99999")) })
        {
            var answer = await directory.Authorities.ResolveAsync(Dog, place);
            answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.UnknownPlace);
            answer.Explanation.Should().ContainSingle().Which.ToString().Should().MatchRegex("^The place [0-9]+ is not in the lists.$");
        }
    }

    [Fact]
    public async Task An_unknown_service_is_an_answer()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        var answer = await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Car), Place.Of(RegionKey.Parse("14")));
        answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.UnknownService);
        answer.Data!.IsStale.Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_service_key_is_the_callers_mistake()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        var ask = () => directory.Authorities.ResolveAsync(default, Place.Of(RegionKey.Parse("14")));
        await ask.Should().ThrowAsync<ArgumentException>();
    }
}
