using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>What becomes of the service's answers.</summary>
public sealed class PvogMappingTests
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
    private readonly PvogStub _pvog = new();

    [Fact]
    public async Task A_unit_is_read_with_all_that_the_service_says()
    {
        _pvog.Detail("""
            {"id":"S.OE.live","languages":["de"],"lastUpdate":1,"title":"Live-Amt","unknown":{"deep":[[{}]]},"role":{"code":"02","name":"z"},
             "employees":[{"lastName":"Geheim","mail":"geheim@amt.example"}],
             "location":{"addresses":[{"type":"Hausanschrift","street":"Burgstra\u00dfe 1\u202e","zip":9599,"city":"Freiberg","geo":{"latitude":50.9}},null,{"type":"Postanschrift"}],
               "communications":[{"code":"02","name":"Telefon","value":"03731 1"},{"code":"01","value":"kein mail"},{"code":"01","value":"a@amt.example"},{"code":"99","value":""}]},
             "internetAddresses":[{"uri":"javascript:alert(1)"},{"uri":"https://amt.example/x"}],
             "bankAccounts":[{"iban":"DE89 3704 0044 0532 0130 00","bic":"COBADEFFXXX"},{"iban":"DE00370400440532013000"},{"iban":5}],
             "additionalInformation":[{"type":"INFO_TIMES","text":"<p onclick=x>Di 9-12<script>1</script></p>"},{"type":"OTHER","text":"nein"}]}
            """);
        var office = (await AskAsync()).Should().BeOfType<Competence.Found>().Subject.Office;
        office.Id.Should().Be(new OfficeId("S", "Organisationseinheit", "live"));
        office.Name.Should().Be("Live-Amt");
        office.Role.Should().Be(OfficeRole.Competent, "the list of units says in which capacity it was found");
        office.Addresses.Should().HaveCount(2);
        office.Address.Should().BeEquivalentTo(new OfficeAddress { Street = "Burgstraße 1", PostalCode = "9599", City = "Freiberg", Kind = new AddressKind("Hausanschrift", "Hausanschrift") });
        (office.MailAddress, office.Telephone, office.WebPage!.AbsoluteUri).Should().Be(("a@amt.example", "03731 1", "https://amt.example/x"));
        office.BankAccounts.Select(account => (account.Iban, account.HasInvalidIban)).Should().Equal(("DE89370400440532013000", false), (null, true), (null, true));
        office.OpeningHours.Should().ContainSingle().Which.Text.Should().Be("<p>Di 9-12</p>");
    }

    [Fact]
    public async Task Every_request_says_what_the_service_needs()
    {
        await AskAsync(new() { ["A:Pvog:ClientId"] = "mein-client" });
        _pvog.Asked.Select(one => one.Path).Should().Equal(
            "/api/v3/servicedescriptions/leikaid", "/api/v2/organisationunits/titles", "/api/v5/organisationunits/detail", "/api/v1beta2/onlineservices");
        var asked = _pvog.Asked.ToList();
        (asked[0].Query["leikaIds"], asked[0].Query["ars"], asked[0].Query["size"]).Should().Be((Delivery.Dog, SmallMap.Freiberg, "5"));
        asked[0].Query["validDate"].Should().Be("2026-11-25", "it is past midnight in Germany");
        (asked[2].Query["q"], asked[2].Query["lbId"], asked[2].Query["ars"]).Should().Be(("S.OE.live", "S.LB.1", SmallMap.Freiberg), "otherwise the service calls every unit a contact");
        asked.Should().OnlyContain(one => one.Headers.GetValues("pvog-sud-api-client-id").Single() == "mein-client");
    }

    [Fact]
    public async Task Paths_names_and_headers_are_settings_and_no_client_is_named_by_default()
    {
        _pvog.Answers["/api/v4/servicedescriptions/key"] = _pvog.Answers["/api/v3/servicedescriptions/leikaid"];
        await AskAsync(new() { ["A:Pvog:Paths:ServiceDescriptions"] = "v4/servicedescriptions/key", ["A:Pvog:Names:ServiceKeys"] = "leikaid" });
        var first = _pvog.Asked.First();
        first.Query["leikaid"].Should().Be(Delivery.Dog);
        first.Headers.Contains("pvog-sud-api-client-id").Should().BeFalse();
    }

    [Theory]
    [InlineData("""[{"id":"S.OE.live","title":"A","role":{"code":"03"}}]""", PvogStub.Unit, NotFoundReason.OnlyAdvisory)]
    [InlineData("""[{"id":"S.OE.live","title":"A","role":{"code":"01"}}]""", """{"id":"S.OE.live","role":{"code":"03"}}""", NotFoundReason.OnlyAdvisory)]
    [InlineData("""[{"id":"S.OE.live","title":"A","role":{"code":"77"}}]""", PvogStub.Unit, NotFoundReason.OnlyAdvisory)]
    [InlineData("""[{"id":"S.OE.live","title":"A"}]""", PvogStub.Unit, NotFoundReason.OnlyAdvisory)]
    [InlineData("""[{"id":"S.OE.live"},{"title":"A"},{},null]""", PvogStub.Unit, NotFoundReason.NoCompetence)]
    [InlineData("[]", PvogStub.Unit, NotFoundReason.NoCompetence)]
    public async Task A_unit_decides_only_where_list_and_unit_say_so(string titles, string detail, NotFoundReason reason)
    {
        _pvog.Titles(titles);
        _pvog.Detail(detail);
        (await AskAsync()).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(reason);
    }

    [Fact]
    public async Task A_unit_without_detail_is_named_all_the_same()
    {
        _pvog.Titles("""[{"id":"S.OE.a","title":"A","role":{"code":"02"}},{"id":"S.OE.b","title":"B","role":{"code":"01"}},{"id":"S.OE.b","title":"B","role":{"code":"03"}}]""");
        _pvog.Answers["/api/v5/organisationunits/detail"] = _ => PvogStub.Status(404);
        (await AskAsync()).Should().BeOfType<Competence.Ambiguous>().Which.Offices.Select(office => (office.Name, office.Role.Code)).Should().Equal(("B", "01"), ("A", "02"));
    }

    [Fact]
    public async Task The_search_climbs_until_somebody_decides()
    {
        _pvog.Answers["/api/v3/servicedescriptions/leikaid"] = query => query["ars"] switch
        {
            "145220000000" => PvogStub.Status(404),
            "140000000000" => PvogStub.Json("""{"content":[{"id":"S.LB.1"}]}"""),
            _ => PvogStub.Json("""{"content":[]}"""),
        };
        var found = (await AskAsync()).Should().BeOfType<Competence.Found>().Subject;
        (found.MatchedAt.Level, found.MatchedAt.Area.ToString()).Should().Be((RegionLevel.State, "14"));
        found.Explanation.Select(step => (step.Finding, step.Level)).Should().Equal(
            (StepFinding.LiveAsked, null),
            (StepFinding.NobodyNamed, RegionLevel.Municipality),
            (StepFinding.NobodyNamed, RegionLevel.District),
            (StepFinding.OfficeFound, RegionLevel.State));
    }

    [Fact]
    public async Task A_municipality_that_acts_for_others_is_asked_after_their_association()
    {
        _pvog.Answers["/api/v3/servicedescriptions/leikaid"] = query => query["ars"] == SmallMap.Baerenstein ? PvogStub.Json("""{"content":[{"id":"S.LB.1"}]}""") : PvogStub.Status(404);
        var answer = await AskAsync(new() { [$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein }, Place.Of(RegionKey.Parse(SmallMap.Koenigswalde)));
        answer.Should().BeOfType<Competence.Found>().Which.MatchedAt.Level.Should().Be(RegionLevel.Association);
        answer.Explanation.Select(step => step.Finding).Should().Equal(StepFinding.LiveAsked, StepFinding.NobodyNamed, StepFinding.NobodyNamed, StepFinding.ActsForMembers, StepFinding.OfficeFound);
    }

    [Fact]
    public async Task What_nobody_describes_is_unknown_and_asked_up_to_the_federation()
    {
        _pvog.Answers["/api/v3/servicedescriptions/leikaid"] = _ => PvogStub.Status(404);
        (await AskAsync()).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.UnknownService);
        _pvog.Asked.Where(one => one.Path.EndsWith("leikaid", StringComparison.Ordinal)).Select(one => one.Query["ars"])
            .Should().Equal(SmallMap.Freiberg, "145220000000", "140000000000", "000000000000");
    }

    [Fact]
    public async Task Services_on_the_web_are_read_page_by_page_up_to_the_limit()
    {
        _pvog.Answers["/api/v1beta2/onlineservices"] = query =>
            PvogStub.Json($$"""{"onlineservices":[{"id":"S.OD.{{query["nextPageToken"]}}x","name":"Dienst","links":[{"uri":"https://d.example/"},{"uri":"ftp://d.example/"}]}],"nextPageToken":"{{query["nextPageToken"]}}x"}""");
        var answer = await AskAsync(new() { ["A:Pvog:MaxPages"] = "3" });
        answer.OnlineServices.Select(service => service.Id.Value).Should().Equal("x", "xx", "xxx");
        answer.OnlineServices[0].Links.Should().ContainSingle().Which.Address.AbsoluteUri.Should().Be("https://d.example/");
    }

    [Fact]
    public async Task An_answer_without_services_on_the_web_says_that_they_are_missing()
    {
        _pvog.Answers["/api/v1beta2/onlineservices"] = _ => PvogStub.Status(503);
        var answer = await AskAsync();
        answer.Should().BeOfType<Competence.Found>();
        answer.Explanation[^1].Describe(new("de")).Should().Be("Onlinedienste konnten nicht erfragt werden (pvog: authorities.live-refused).");
    }

    [Fact]
    public async Task A_postal_code_becomes_municipalities_by_the_service()
    {
        _pvog.Answers["/api/v2/locations"] = _ => PvogStub.Json("""[{"ars":"145220180180","name":"Freiberg","zip":"09599"},{"ars":"145220080080","name":"Döbeln","zip":"09599"},{"ars":"14522","name":"Kreis","zip":"09599"},{"ars":"145210410410","name":"Fremd","zip":"01067"}]""");
        var choice = (await AskAsync(place: Place.Of(PostalCode.Parse("09599")))).Should().BeOfType<Competence.NeedsPlaceChoice>().Subject;
        choice.Candidates.Select(place => place.Name).Should().Equal("Döbeln", "Freiberg");
    }

    [Fact]
    public async Task A_place_of_too_many_municipalities_must_be_chosen_first()
    {
        _pvog.Answers["/api/v2/locations"] = _ => PvogStub.Json("""[{"ars":"145220180180","name":"Freiberg","zip":"09599"},{"ars":"145220080080","name":"Döbeln","zip":"09599"}]""");
        (await AskAsync(new() { ["A:Pvog:MaxMunicipalities"] = "1" }, Place.Of(PostalCode.Parse("09599")))).Should().BeOfType<Competence.NeedsPlaceChoice>();
        _pvog.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task A_municipality_key_needs_a_list() =>
        (await AskAsync(place: Place.Of(MunicipalityKey.Parse("14522180")))).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.UnknownPlace);

    [Theory]
    [InlineData("A:Pvog:BaseAddress", "")]
    [InlineData("A:Pvog:BaseAddress", "http://pvog.example/api")]
    [InlineData("A:Pvog:BaseAddress", "https://user@pvog.example/api")]
    [InlineData("A:Pvog:PageSize", "4")]
    [InlineData("A:Pvog:RequestsPerSecond", "51")]
    [InlineData("A:Pvog:Paths:UnitDetail", "../x?y")]
    [InlineData("A:Pvog:Names:ServiceKeys", "a&b")]
    [InlineData("A:Pvog:ClientId", "a\nb")]
    [InlineData("A:Pvog:RequestTimeout", "01:00:00")]
    [InlineData("A:Pvog:TrustAnchorsPem", "x")]
    public async Task Wrong_settings_are_refused(string setting, string value)
    {
        await using var provider = _pvog.Provide(_clock, new() { [setting] = value });
        var get = () => provider.GetRequiredService<IOptionsMonitor<global::BaseComponents.Authorities.Pvog.PvogOptions>>().Get("");
        get.Should().Throw<OptionsValidationException>();
    }

    [Theory]
    [InlineData("https://127.0.0.1/api")]
    [InlineData("https://localhost:8443/api")]
    public async Task Production_is_not_this_machine(string address)
    {
        await using var provider = _pvog.Provide(_clock, new() { ["A:Environment"] = "Production", ["A:Pvog:BaseAddress"] = address });
        var get = () => provider.GetRequiredService<IOptionsMonitor<global::BaseComponents.Authorities.Pvog.PvogOptions>>().Get("");
        get.Should().Throw<OptionsValidationException>().WithMessage("*production*");
    }

    [Fact]
    public async Task Asking_live_alone_needs_a_live_source()
    {
        await using var provider = _pvog.Provide(_clock, hasLive: false);
        var get = () => provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>().Get("");
        get.Should().Throw<OptionsValidationException>().WithMessage("*AddPvog*");
    }

    private async Task<Competence> AskAsync(Dictionary<string, string?>? settings = null, Place? place = null)
    {
        await using var provider = _pvog.Provide(_clock, settings);
        return await provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(Dog, place ?? Freiberg);
    }
}
