using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

public sealed class SamlChoicePageTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly SamlClientByHand _client = SamlClientByHand.BundId(sandbox.Server);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_page_is_german_works_without_scripts_and_names_who_asks_for_what()
    {
        var page = await _client.ChoicePageAsync(new RequestByHand
        {
            Display = "<ui:OrganizationDisplayName>Amt &lt;b&gt; für Hunde</ui:OrganizationDisplayName><ui:OnlineServiceId>1</ui:OnlineServiceId><ui:BackURL>https://beispielstadt.example/hunde</ui:BackURL>",
        });

        page.DocumentElement.GetAttribute("lang").Should().Be("de");
        page.QuerySelectorAll("script, [onclick], [style], main b").Should().BeEmpty();
        page.QuerySelector("main p")!.TextContent.Should().StartWith("Amt <b> für Hunde möchte wissen");
        page.QuerySelector("main a[href]")!.GetAttribute("href").Should().Be("https://beispielstadt.example/hunde");
        page.QuerySelectorAll("main p")[1].TextContent.Should().Be("Angefragt: givenName (erforderlich), surname (erforderlich), bPK2.");
        page.QuerySelectorAll("button").Select(button => button.TextContent).Should().OnlyHaveUniqueItems().And.Contain(["Abbrechen", "Anmelden als Erika Mustermann"]);
    }

    [Theory]
    [InlineData("eID", "erika,amina,juergen,zoe,ben,carla,otto")]
    [InlineData("Elster", "greta")]
    [InlineData("Benutzername", "lena")]
    [InlineData("FINK", "")]
    public async Task Offered_is_whoever_has_a_method_that_is_allowed(string method, string persons)
    {
        var page = await _client.ChoicePageAsync(new RequestByHand { Methods = $"<akdb:AuthnMethods>{RequestByHand.Method(method)}{RequestByHand.Method("Diia", enabled: false)}</akdb:AuthnMethods>" });

        Offered(page).Should().BeEquivalentTo(persons.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("STORK-QAA-Level-1", true, true)]
    [InlineData("STORK-QAA-Level-2", false, true)]
    [InlineData("STORK-QAA-Level-3", false, true)]
    [InlineData("STORK-QAA-Level-4", false, false)]
    public async Task Offered_is_whoever_reaches_the_level(string level, bool password, bool certificate)
    {
        var offered = Offered(await _client.ChoicePageAsync(new RequestByHand { Context = level }));

        offered.Should().Contain("erika").And.NotContain("musterbau", "companies have another account");
        (offered.Contains("lena"), offered.Contains("greta")).Should().Be((password, certificate));
    }

    [Fact]
    public async Task Guests_are_welcome_where_no_pseudonym_is_required()
    {
        var welcome = await _client.ChoicePageAsync();
        var shutOut = await _client.ChoicePageAsync(new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Bpk2, required: true) });

        welcome.QuerySelectorAll("button[name=guest][value=erika]").Should().ContainSingle();
        welcome.QuerySelectorAll("button[name=guest][value=lena]").Should().BeEmpty("a user name is an account");
        shutOut.QuerySelectorAll("button[name=guest]").Should().BeEmpty();
        var forced = await _client.LogInAsync("erika", new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Bpk2, required: true) }, field: "guest");
        forced.SubCode.Should().Be("AuthnFailed");
    }

    [Fact]
    public async Task A_page_counts_once()
    {
        var page = await _client.ChoicePageAsync();
        using var first = await _client.ChooseAsync(page, "person", "erika");
        using var second = await _client.ChooseAsync(page, "person", "erika");

        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        (await second.Content.ReadAsStringAsync()).Should().Contain("veraltet");
    }

    [Theory]
    [InlineData("/bundid")]
    [InlineData("/unternehmenskonto")]
    public async Task Each_identity_provider_says_where_it_is(string path)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _client.GetAsync(path));

        page.QuerySelector("main")!.TextContent.Should().Contain($"{sandbox.Server.MachineAddress.AbsoluteUri.TrimEnd('/')}{path}").And.Contain("/sso");
        using var metadata = await _client.OpenAsync(page.QuerySelector("main a")!.GetAttribute("href")!);
        metadata.Content.Headers.ContentType!.MediaType.Should().Be("application/samlmetadata+xml");
    }

    private static IReadOnlyList<string> Offered(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("button[name=person]").Select(button => button.GetAttribute("value")!).Where(value => value.Length > 0)];
}
