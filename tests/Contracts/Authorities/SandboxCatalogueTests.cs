using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Tests.Contracts.Authorities;

/// <summary>The client reads what the Sandbox writes, over https with the Sandbox's own authority.</summary>
public sealed class SandboxCatalogueTests(SharedDirectory shared) : IClassFixture<SharedDirectory>
{
    private const string Dog = "99102013104000";
    private const string Trade = "99050012104000";
    private const string Parking = "99108001001000";
    private const string Housing = "99107022012000";
    private const string Car = "99036020001000";
    private const string Fishing = "99042001012000";
    private const string Conduct = "99049001001000";
    private const string Instruction = "99003002022000";
    private readonly DirectoryOnSandbox _directory = shared.Directory;

    [Fact]
    public async Task Nothing_of_the_delivery_is_skipped()
    {
        (await _directory.Authorities.ListServicesAsync()).Count.Should().BeGreaterThanOrEqualTo(10);
        var status = await _directory.Authorities.GetStatusAsync();
        status.Findings.Should().BeEmpty();
        status.Municipalities.Should().BeGreaterThanOrEqualTo(30);
        status.Offices.Should().BeGreaterThan(100);
    }

    [Theory]
    [InlineData(Dog, "09599", "steueramt@freiberg.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "145110000000", "steueramt@chemnitz.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "14612000", "steueramt@dresden.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "147130000000", "steueramt@leipzig.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "145215101340", "steueramt@baerenstein.amt.example", RegionLevel.Association)]
    [InlineData(Dog, "09471", "steueramt@baerenstein.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "145215138220", "steueramt@zschopau.amt.example", RegionLevel.Association)]
    [InlineData(Dog, "145235402410", "steueramt@vv-jaegerswald.amt.example", RegionLevel.Association)]
    [InlineData(Dog, "01920", "steueramt@vv-am-klosterwasser.amt.example", RegionLevel.Association)]
    [InlineData(Dog, "145225126530", "steueramt@rochlitz.amt.example", RegionLevel.Municipality)]
    [InlineData(Dog, "01796", "steueramt@pirna.amt.example", RegionLevel.Municipality)]
    [InlineData(Car, "145220180180", "zulassungsstelle@mittelsachsen.amt.example", RegionLevel.District)]
    [InlineData(Car, "146120000000", "zulassungsstelle@dresden.amt.example", RegionLevel.Municipality)]
    [InlineData(Instruction, "145220180180", "gesundheitsamt@mittelsachsen.amt.example", RegionLevel.District)]
    [InlineData(Fishing, "09599", "fischereibehoerde@land.amt.example", RegionLevel.State)]
    [InlineData(Conduct, "09599", "registerstelle@bund.amt.example", RegionLevel.Federation)]
    [InlineData(Trade, "145110000000", "gewerbeamt@chemnitz.amt.example", RegionLevel.Municipality)]
    public async Task The_competent_office_is_found_at_its_tier(string service, string place, string mailAddress, RegionLevel level)
    {
        var found = (await _directory.AskAsync(service, place)).Should().BeOfType<Competence.Found>().Subject;
        (found.Office.MailAddress, found.MatchedAt.Level).Should().Be((mailAddress, level));
        found.Office.Address!.City.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("01665", 3)]
    [InlineData("09648", 2)]
    [InlineData("04838", 3)]
    public async Task A_place_must_be_chosen_where_offices_differ(string postalCode, int municipalities) =>
        (await _directory.AskAsync(Dog, postalCode)).Should().BeOfType<Competence.NeedsPlaceChoice>().Which.Candidates.Should().HaveCount(municipalities);

    [Theory]
    [InlineData(Dog, "147305311100", NotFoundReason.NoCompetence)]
    [InlineData(Housing, "145230200200", NotFoundReason.OnlyAdvisory)]
    [InlineData(Parking, "145210440440", NotFoundReason.OutOfValidity)]
    [InlineData(Dog, "99999", NotFoundReason.UnknownPlace)]
    [InlineData("99999999999999", "09599", NotFoundReason.UnknownService)]
    public async Task Each_reason_for_no_answer_occurs(string service, string place, NotFoundReason reason) =>
        (await _directory.AskAsync(service, place)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(reason);

    [Fact]
    public async Task Two_equal_offices_are_ambiguous()
    {
        var answer = (await _directory.AskAsync(Trade, "147130000000")).Should().BeOfType<Competence.Ambiguous>().Subject;
        answer.Offices.Select(office => office.MailAddress).Should().Equal("gewerbeamt-nord@leipzig.amt.example", "gewerbeamt-sued@leipzig.amt.example");
    }

    [Fact]
    public async Task A_dog_can_be_registered_nearly_everywhere()
    {
        var without = new List<string>();
        foreach (var place in await PlacesAsync())
        {
            var answer = await _directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(place.Key));
            if (answer is not Competence.Found { Office.MailAddress: { } address } || !address.EndsWith(".amt.example", StringComparison.Ordinal))
                without.Add(place.Name);
        }

        without.Should().Equal("Dreiheide");
    }

    [Fact]
    public async Task Every_municipality_has_a_postal_code_and_a_district()
    {
        foreach (var place in await PlacesAsync())
        {
            place.PostalCodes.Should().NotBeEmpty(place.Name);
            if (place.Key.Shortest == place.Key)
                place.District.Should().NotBeNull(place.Name);
        }
    }

    [Theory]
    [InlineData("Budyšin", "Bautzen / Budyšin")]
    [InlineData("wojerecy", "Hoyerswerda / Wojerecy")]
    [InlineData("Grossenhain", "Großenhain")]
    [InlineData("09471 Koenigswalde", "Königswalde")]
    public async Task Places_are_found_by_name(string text, string name) =>
        (await _directory.Authorities.FindPlacesAsync(text)).Should().ContainSingle().Which.ShortName.Should().Be(name);

    [Fact]
    public async Task The_dog_is_found_among_the_services() =>
        (await _directory.Authorities.FindServicesAsync("hund anmelden"))[0].Key.Should().Be(LeikaKey.Parse(Dog));

    private async Task<List<Municipality>> PlacesAsync()
    {
        var places = new Dictionary<RegionKey, Municipality>();
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz")
        {
            foreach (var place in await _directory.Authorities.FindPlacesAsync(letter.ToString()))
                places[place.Key] = place;
        }

        places.Should().HaveCount((await _directory.Authorities.GetStatusAsync()).Municipalities);
        return [.. places.Values];
    }
}
