using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities;

/// <summary>Who counts as competent: roles, capacity, validity.</summary>
public sealed class CompetenceRuleTests
{
    [Theory]
    [InlineData("01", true)]
    [InlineData("02", true)]
    [InlineData(null, true)]
    [InlineData("03", false)]
    [InlineData("99", false)]
    public async Task The_role_decides_whether_a_unit_is_competent(string? role, bool competent)
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, role: role))));
        if (competent)
            answer.Should().BeOfType<Competence.Found>().Which.Office.Role.Code.Should().Be(role ?? "01");
        else
            answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.OnlyAdvisory);
    }

    [Fact]
    public async Task Beside_a_deciding_unit_an_adviser_does_not_count()
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, role: "03")), Unit("B", Competence(SmallMap.Freiberg, role: "02"))));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("B");
    }

    [Fact]
    public async Task Advisers_of_a_town_do_not_hide_the_district()
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, role: "03")), Unit("B", Competence("14522"))));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("B");
        answer.Explanation[0].Finding.Should().Be(StepFinding.OnlyAdvisory);
        answer.Explanation[0].Offices.Should().Equal("A");
    }

    [Fact]
    public async Task Several_deciding_units_are_not_guessed_between()
    {
        var answer = await AskAsync(Of(Service(), Unit("B", Competence(SmallMap.Freiberg, role: "02")), Unit("A", Competence(SmallMap.Freiberg))));
        var ambiguous = answer.Should().BeOfType<Competence.Ambiguous>().Subject;
        ambiguous.Offices.Select(office => office.Name).Should().Equal("A", "B");
        ambiguous.MatchedAt.Level.Should().Be(RegionLevel.Municipality);
    }

    [Fact]
    public async Task One_unit_named_twice_is_one_unit()
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg) + Competence("14522180", id: "again"))));
        answer.Should().BeOfType<Competence.Found>();
    }

    [Theory]
    [InlineData("<xzufi:auspraegung>Beraten</xzufi:auspraegung>")]
    [InlineData("<xzufi:auspraegung><code>7</code><name>Beraten</name></xzufi:auspraegung>")]
    public async Task A_unit_marked_as_advising_is_left_out(string capacity)
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: capacity)), Unit("B", Competence(SmallMap.Freiberg))));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("B");
    }

    [Theory]
    [InlineData("Keine spezielle Ausprägung")]
    [InlineData("Beraten und Antrag annehmen")]
    public async Task Other_capacities_count(string capacity)
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: $"<xzufi:auspraegung>{capacity}</xzufi:auspraegung>"))));
        answer.Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task The_name_of_the_capacity_is_a_setting()
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: "<xzufi:art>nur Rat</xzufi:art>"))));
        directory.Settings["A:Xzufi:Capacity"] = "art";
        directory.Settings["A:Xzufi:AdvisoryCapacity"] = "nur Rat";
        (await directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg))))
            .Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.OnlyAdvisory);
    }

    // The clock stands at 24 November 2026.
    [Theory]
    [InlineData(null, "2026-11-24", true)]
    [InlineData(null, "2026-11-23", false)]
    [InlineData("2026-11-24", null, true)]
    [InlineData("2026-11-25", null, false)]
    [InlineData("2026-11-24T00:00:00+01:00", "2026-11-24T23:59:59", true)]
    public async Task Competence_ends_with_its_last_day(string? from, string? to, bool holds)
    {
        var byCompetence = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: Valid(from, to)))));
        var byUnit = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg) + Valid(from, to))));
        var byService = await AskAsync(Of(Service(more: Valid(from, to)), Unit("A", Competence(SmallMap.Freiberg))));
        foreach (var answer in new[] { byCompetence, byUnit, byService })
        {
            if (holds)
                answer.Should().BeOfType<Competence.Found>();
            else
                answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.OutOfValidity);
        }
    }

    [Fact]
    public async Task Any_of_several_intervals_is_enough()
    {
        var intervals = Valid("2020-01-01", "2020-12-31") + Valid("2026-01-01", "2026-12-31");
        (await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: intervals))))).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task Days_are_counted_in_Germany()
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: Valid(to: "2026-11-24")))));
        directory.Clock.AdjustTime(new DateTimeOffset(2026, 11, 24, 22, 59, 0, TimeSpan.Zero));
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>();
        directory.Clock.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 1, 0, TimeSpan.Zero));
        (await AskAsync(directory)).Should().BeOfType<Competence.NotFound>();
    }

    [Fact]
    public async Task An_ended_competence_of_the_town_does_not_hide_the_district()
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg, more: Valid(to: "2020-12-31"))), Unit("B", Competence("14522"))));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("B");
        answer.Explanation[0].Finding.Should().Be(StepFinding.NotValidToday);
    }

    private static async Task<Competence> AskAsync(string delivery)
    {
        await using var directory = TestDirectory.With(delivery);
        return await AskAsync(directory);
    }

    private static Task<Competence> AskAsync(TestDirectory directory) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
}
