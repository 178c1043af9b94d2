using System.Net;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Sandbox.Eid;

public sealed class ChoosePersonPageTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly BrokerClientByHand _client = new(sandbox.Server);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_page_is_german_works_without_scripts_and_offers_everybody_and_a_way_out()
    {
        var page = await _client.PageAsync(BrokerClientByHand.Request());

        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.QuerySelectorAll("script, [onclick], [style]").Should().BeEmpty();
        var buttons = page.QuerySelectorAll("button").ToArray();
        buttons.Should().HaveCountGreaterThanOrEqualTo(9).And.OnlyContain(button => button.GetAttribute("type") == "submit");
        buttons.Select(button => button.TextContent).Should().OnlyHaveUniqueItems().And.Contain("Abbrechen");
        buttons[1].TextContent.Should().Be("Anmelden als Erika Mustermann", "the ordinary case comes first");
    }

    [Fact]
    public async Task A_hint_preselects_a_person_and_logs_nobody_in()
    {
        var request = BrokerClientByHand.Request();
        request["login_hint"] = "giulia";
        var page = await _client.PageAsync(request);

        page.QuerySelectorAll("[autofocus]").Should().ContainSingle().Which.GetAttribute("value").Should().Be("giulia");
    }

    [Fact]
    public async Task A_choice_in_the_address_logs_nobody_in()
    {
        var request = BrokerClientByHand.Request();
        (request["person"], request["ticket"]) = ("erika", "0");
        using var answer = await _client.AuthorizeAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Wer soll sich anmelden");
    }

    [Fact]
    public async Task A_choice_counts_once_and_for_the_page_it_was_made_on()
    {
        var fields = BrokerClientByHand.Fields(await _client.PageAsync(BrokerClientByHand.Request()));
        using var first = await _client.ChooseAsync(fields, "erika");
        using var second = await _client.ChooseAsync(fields, "erika");
        var other = BrokerClientByHand.Fields(await _client.PageAsync(BrokerClientByHand.Request()));
        other["state"] = "changed";
        using var changed = await _client.ChooseAsync(other, "erika");

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync()).Should().Contain("veraltet");
        changed.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("carla")]
    [InlineData("nobody-of-that-name")]
    public async Task Giving_up_returns_to_the_application_with_access_denied(string person)
    {
        using var answer = await _client.ChooseAsync(BrokerClientByHand.Fields(await _client.PageAsync(BrokerClientByHand.Request())), person);

        answer.Headers.Location!.AbsoluteUri.Should().StartWith(BrokerClientByHand.Return).And.Contain("error=access_denied").And.Contain("state=state");
    }

    [Theory]
    [InlineData("client_id", "<script>alert(1)</script>", "invalid_client")]
    [InlineData("redirect_uri", "https://evil.example/", "invalid_request")]
    [InlineData("redirect_uri", null, "invalid_request")]
    public async Task A_mistake_of_the_application_is_explained_on_a_page(string parameter, string? value, string code)
    {
        var request = BrokerClientByHand.Request();
        request[parameter] = value;
        using var answer = await _client.AuthorizeAsync(request.Where(pair => pair.Value is not null).ToDictionary());

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.Body!.TextContent.Should().Contain("Die Anwendung hat die Anmeldung falsch begonnen").And.Contain(code);
        page.QuerySelectorAll("script, form").Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_application_sends_is_encoded_on_the_page()
    {
        var request = BrokerClientByHand.Request();
        request["state"] = "\"><script>alert(1)</script>";
        var page = await _client.PageAsync(request);

        page.QuerySelectorAll("script").Should().BeEmpty();
        page.QuerySelector("input[name=state]")!.GetAttribute("value").Should().Be(request["state"]);
    }

    [Fact]
    public async Task Everybody_stands_on_the_page_for_developers()
    {
        using var browser = new HttpClient();
        var text = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(sandbox.Server.Address, "/broker/persons")));

        text.Should().ContainAll("Erika Mustermann", "Musterbau GmbH", "keine Wohnung in Deutschland", "Basisregistrierung");
    }
}
