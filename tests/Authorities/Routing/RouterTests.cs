using System.Net;
using System.Text.Json.Nodes;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>How the service is asked, and what is read of odd answers.</summary>
public sealed class RouterTests : IDisposable
{
    private static readonly LeikaKey _service = LeikaKey.Parse(Token.Service);
    private static readonly RegionKey _area = RegionKey.Parse(Token.Area);
    private readonly StubRouting _stub = new();

    [Theory]
    [InlineData(null, null, "https://routing.example/v2/routes?leikaKey=99102013104000&ars=145220180180&offset=0&limit=100")]
    [InlineData("Version", "V1", "https://routing.example/v1/routes?leikaKey=99102013104000&ars=145220180180&offset=0&limit=100")]
    [InlineData("PathPrefix", "", "https://routing.example/routes?leikaKey=99102013104000&ars=145220180180&offset=0&limit=100")]
    [InlineData("BaseAddress", "https://routing.example/here/", "https://routing.example/here/v2/routes?leikaKey=99102013104000&ars=145220180180&offset=0&limit=100")]
    public async Task The_address_is_built_from_the_settings(string? setting, string? value, string address)
    {
        if (setting is not null)
            _stub.With(setting, value);
        await _stub.Router.FindRoutesAsync(_service, _area);
        _stub.Asked[0].AbsoluteUri.Should().Be(address);
    }

    [Fact]
    public async Task Exactly_one_area_is_asked_for()
    {
        await _stub.Router.FindRoutesAsync(_service, MunicipalityKey.Parse("14522180"));
        await _stub.Router.FindRoutesAsync(_service, AreaId.Parse("1024"), _area);
        _stub.Asked.Where(address => address.Host == "routing.example").Select(address => address.Query.Split('&')[1]).Should().Equal("ags=14522180", "areaId=1024");
    }

    [Fact]
    public async Task Empty_keys_are_a_mistake_of_the_program()
    {
        foreach (var find in (Func<Task>[])[
            () => _stub.Router.FindRoutesAsync(default, _area),
            () => _stub.Router.FindRoutesAsync(_service, default(RegionKey)),
            () => _stub.Router.FindRoutesAsync(_service, default(MunicipalityKey)),
            () => _stub.Router.FindRoutesAsync(_service, default, _area),
            () => _stub.Router.FindRoutesAsync(_service, AreaId.Parse("1"), default)])
        {
            await find.Should().ThrowAsync<ArgumentException>();
        }

        _stub.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("**ab")]
    [InlineData("ab*c")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData(" ab")]
    [InlineData("ab\n")]
    [InlineData("a\ud800b")]
    public async Task Expressions_that_the_service_refuses_are_not_sent(string expression)
    {
        await _stub.Router.Invoking(router => router.FindAreasAsync([expression])).Should().ThrowAsync<ArgumentException>();
        _stub.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Areas_are_asked_for_with_all_expressions()
    {
        _stub.Answer = _ => StubRouting.Json("""{"totalCount":3,"areas":[{"id":"1024","name":"Halle (Saale)","type":"Kreisfreie Stadt"},{"id":"x","name":"odd"},{"id":"7","name":"Ohne"}]}""");
        (await _stub.Router.FindAreasAsync(["Hal*", "Münch & Söhne", "*ab*cd*"])).Should().Equal(new RoutingArea(AreaId.Parse("1024"), "Halle (Saale)", "Kreisfreie Stadt"), new RoutingArea(AreaId.Parse("7"), "Ohne", ""));
        _stub.Asked[0].PathAndQuery.Should().Be("/v2/areas?areaSearchexpression=Hal%2A&areaSearchexpression=M%C3%BCnch%20%26%20S%C3%B6hne&areaSearchexpression=%2Aab%2Acd%2A&offset=0&limit=100");
        await _stub.Router.Invoking(router => router.FindAreasAsync([])).Should().ThrowAsync<ArgumentException>();
        await _stub.Router.Invoking(router => router.FindAreasAsync([.. Enumerable.Repeat("ab", 11)])).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Hostile_facts_are_cut_or_left_out_and_end_nothing()
    {
        var route = StubRouting.Route(new Token().ToString());
        route["destinationName"] = "Amt\u202E\n für  alles";
        route["destinationShortName"] = 7;
        route["destinationLogo"] = "javascript:alert(1)";
        route["imprintUrl"] = "https://user@amt.example/";
        route["privacyPolicyUrl"] = "http://amt.example/";
        route["contactPersons"] = new JsonArray(null, 7, new JsonObject(), new JsonObject { ["name"] = "Erika Muster", ["email"] = "a@b.example\nBcc: c@d.example" });
        route["address"] = new JsonArray();
        route["furtherInformation"] = new JsonObject { ["description"] = new JsonObject { ["de"] = "<p onclick=x>gut<script>alert(1)</script>", ["de_DE"] = "<p>zweiter</p>", ["en"] = 5, ["../"] = "" } };
        route["deadline"] = new JsonObject { ["description"] = "text" };
        route["processingDuration"] = new JsonObject { ["minDuration"] = -1, ["maxDuration"] = 4, ["unit"] = "aeon" };
        route["customParameters"] = new JsonObject { ["zahl"] = 10.99, ["wahr"] = true, ["liste"] = new JsonArray(1), ["nichts"] = null, ["text"] = "a\u0000b" };
        _stub.Answer = _ => StubRouting.Json(new JsonObject { ["totalCount"] = 1, ["routes"] = new JsonArray(route) }.ToJsonString());

        var read = (await _stub.Router.FindRoutesAsync(_service, _area)).Single();

        read.Destination.Should().BeOfType<SignedDestination.Verified>();
        read.Name.Should().Be("Amt für alles");
        (read.ShortName, read.Logo, read.Imprint, read.PrivacyPolicy, read.Address).Should().Be((null, null, null, null, null));
        read.ContactPersons.Should().Equal(new ContactPerson { Name = "Erika Muster" });
        read.FurtherInformation.Should().Equal(new LocalText("de", "<p>gut</p>"));
        read.Deadlines.Should().BeEmpty();
        read.ProcessingTime.Should().Be(new ProcessingTime(null, 4, null));
        read.CustomParameters.Should().Equal(new Dictionary<string, string> { ["zahl"] = "10.99", ["wahr"] = "true", ["text"] = "a b" });
    }

    [Fact]
    public async Task Persons_do_not_get_into_what_is_printed() =>
        (await RouteWithPersonAsync()).ToString().Should().NotContain("Erika").And.NotContain("@");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"totalCount\":1}")]
    [InlineData("{\"totalCount\":-1,\"routes\":[]}")]
    [InlineData("{\"totalCount\":5,\"routes\":[]}")]
    [InlineData("{\"totalCount\":\"0\",\"routes\":[]}")]
    [InlineData("{\"totalCount\":0,\"totalCount\":0,\"routes\":[]}")]
    [InlineData("{\"totalCount\":0,\"routes\":[]} more")]
    [InlineData("<html>")]
    public async Task What_is_no_answer_is_a_fault(string body)
    {
        _stub.Answer = _ => StubRouting.Json(body);
        var fault = await FaultAsync();
        (fault.Code, fault.IsTransient).Should().Be(("authorities.routing-invalid", false));
    }

    [Fact]
    public async Task Nobody_is_an_empty_list()
    {
        _stub.Answer = _ => StubRouting.Json("\uFEFF{\"count\":0,\"offset\":0,\"totalCount\":0,\"routes\":[]}");
        (await _stub.Router.FindRoutesAsync(_service, _area)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, false, "*status 403*UserAgent*")]
    [InlineData(HttpStatusCode.NotFound, false, "*status 404*PathPrefix*")]
    [InlineData(HttpStatusCode.Found, false, "*status 302*Redirects*")]
    [InlineData(HttpStatusCode.InternalServerError, true, "*status 500*")]
    public async Task A_refusal_is_reported_with_its_status(HttpStatusCode status, bool isTransient, string message)
    {
        _stub.Answer = _ =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent("""{"title":"Kaputt","detail":"Sie fragten nach Erika Muster"}""", null, "application/problem+json") };
            answer.Headers.Add("X-Request-ID", "abc-1");
            return answer;
        };
        var fault = await FaultAsync();
        (fault.Code, fault.IsTransient, fault.CorrelationId).Should().Be(("authorities.routing-refused", isTransient, "abc-1"));
        fault.Message.Should().Match(message).And.Contain("(Kaputt)").And.NotContain("Erika").And.NotContain("leikaKey");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_reported()
    {
        _stub.Answer = _ => throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");
        var find = () => Support.StubSource.AdvancingAsync(_stub.Clock, _stub.Router.FindRoutesAsync(_service, _area));
        (await find.Should().ThrowAsync<AuthoritiesException>()).Which.Code.Should().Be("authorities.routing-unreachable");
    }

    [Fact]
    public async Task The_last_request_of_a_window_makes_the_next_one_wait()
    {
        _stub.Answer = _ =>
        {
            var answer = StubRouting.Json(StubRouting.Page());
            answer.Headers.Add("RateLimit-Remaining", "0");
            answer.Headers.Add("RateLimit-Reset", "3");
            return answer;
        };
        await _stub.Router.FindRoutesAsync(_service, _area);
        var second = _stub.Router.FindRoutesAsync(_service, _area);
        _stub.Clock.Advance(TimeSpan.FromSeconds(2.9));
        await Task.Delay(50);
        second.IsCompleted.Should().BeFalse();
        _stub.Asked.Should().ContainSingle();
        _stub.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await second.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("RateLimit-Reset", "90", 90)]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("RateLimit-Reset", "99999999999", 3600)]
    public async Task A_long_pause_is_kept_without_asking(string header, string value, int seconds)
    {
        _stub.Answer = _ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            answer.Headers.Add(header, value);
            return answer;
        };
        (await FaultAsync()).RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        _stub.Clock.Advance(TimeSpan.FromSeconds(seconds - 6));
        (await FaultAsync()).RetryAfter.Should().Be(TimeSpan.FromSeconds(6));
        _stub.Asked.Should().ContainSingle();
        _stub.Answer = _ => StubRouting.Json(StubRouting.Page());
        _stub.Clock.Advance(TimeSpan.FromSeconds(6));
        (await _stub.Router.FindRoutesAsync(_service, _area)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task Nonsense_about_a_limit_is_passed_over(string value)
    {
        _stub.Answer = _ =>
        {
            var answer = StubRouting.Json(StubRouting.Page());
            answer.Headers.TryAddWithoutValidation("RateLimit-Remaining", "0");
            answer.Headers.TryAddWithoutValidation("RateLimit-Reset", value);
            return answer;
        };
        await _stub.Router.FindRoutesAsync(_service, _area);
        (await _stub.Router.FindRoutesAsync(_service, _area)).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_stops_gets_no_fault()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await _stub.Router.Invoking(router => router.FindRoutesAsync(_service, _area, patience.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Numbers_of_areas_are_digits()
    {
        AreaId.TryParse("12345678901234567890", out var id).Should().BeTrue();
        id.ToString().Should().Be("12345678901234567890");
        foreach (var text in (string?[])[null, "", "1a", "-1", " 1", "١", "123456789012345678901"])
            AreaId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => AreaId.Parse("1&ars=14")).Should().Throw<FormatException>();
    }

    public void Dispose() => _stub.Dispose();

    private async Task<Route> RouteWithPersonAsync()
    {
        var route = StubRouting.Route(new Token().ToString());
        route["contactPersons"] = new JsonArray(new JsonObject { ["name"] = "Erika Muster", ["email"] = "erika@amt.example" });
        _stub.Answer = _ => StubRouting.Json(new JsonObject { ["totalCount"] = 1, ["routes"] = new JsonArray(route) }.ToJsonString());
        var read = (await _stub.Router.FindRoutesAsync(_service, _area)).Single();
        read.ContactPersons.Single().MailAddress.Should().Be("erika@amt.example");
        read.ContactPersons.Single().ToString().Should().Be("ContactPerson");
        return read;
    }

    private async Task<AuthoritiesException> FaultAsync() =>
        (await _stub.Router.Invoking(router => router.FindRoutesAsync(_service, _area)).Should().ThrowAsync<AuthoritiesException>()).Which;
}
