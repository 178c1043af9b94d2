using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class TcTokenTests
{
    private static readonly XmlSchemaSet Schemas = Load();

    [Fact]
    public async Task A_token_says_where_the_server_is_and_where_the_browser_goes()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        var token = await FetchAsync(browser, await browser.OpenAsync());

        var session = application.EidServer.Sessions.Single();
        token.Name.Should().Be((XName)"TCTokenType");
        token.Elements().Select(element => element.Name.LocalName).Should().Equal(
            "ServerAddress", "SessionIdentifier", "RefreshAddress", "CommunicationErrorAddress", "Binding", "PathSecurity-Protocol", "PathSecurity-Parameters");
        token.Element("ServerAddress")!.Value.Should().Be("https://eid-server.example/paos");
        token.Element("SessionIdentifier")!.Value.Should().Be(session.PskId);
        token.Element("RefreshAddress")!.Value.Should().StartWith(CardApplication.Host + "/signin-eidserver/refresh?login=");
        token.Element("CommunicationErrorAddress")!.Value.Should().Be(token.Element("RefreshAddress")!.Value);
        token.Element("Binding")!.Value.Should().Be("urn:liberty:paos:2006-08");
        token.Element("PathSecurity-Protocol")!.Value.Should().Be("urn:ietf:rfc:4279");
        token.Element("PathSecurity-Parameters")!.Element("PSK")!.Value.Should().Be(session.PskKey);
    }

    [Fact]
    public async Task An_attached_server_needs_no_path_security()
    {
        await using var application = await CardApplication.StartAsync(eidServer: new FakeEidServer { IsAttached = true });
        var browser = new CardBrowser(application);

        var token = await FetchAsync(browser, await browser.OpenAsync());

        token.Elements().Select(element => element.Name.LocalName).Should().Equal("ServerAddress", "SessionIdentifier", "RefreshAddress", "CommunicationErrorAddress", "Binding");
    }

    [Fact]
    public async Task A_server_that_does_not_say_where_it_is_stands_in_the_settings()
    {
        var settings = CardApplication.Settings();
        settings["Card:ClientServerAddress"] = "https://paos.example/";
        await using var application = await CardApplication.StartAsync(settings, new FakeEidServer { ServerAddress = null });
        var browser = new CardBrowser(application);

        (await FetchAsync(browser, await browser.OpenAsync())).Element("ServerAddress")!.Value.Should().Be("https://paos.example/");
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var address = await browser.OpenAsync();
        var first = await FetchAsync(browser, address);

        await ShouldFailAsync(browser, await FetchAsync(browser, address), "expired");

        application.EidServer.Sessions.Should().ContainSingle();
        // The one who came first is not disturbed, but the browser's cookie went with the refusal.
        first.Element("RefreshAddress")!.Value.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Many_at_once_with_one_address_open_one_session()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var address = await browser.OpenAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FetchAsync(browser, address)));

        tokens.Count(token => token.Element("ServerAddress")!.Value.Length > 0).Should().Be(1);
        application.EidServer.Sessions.Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_that_is_fetched_too_late_opens_nothing()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var address = await browser.OpenAsync();
        application.Clock.Advance(TimeSpan.FromMinutes(15));

        await ShouldFailAsync(browser, await FetchAsync(browser, address), "expired");

        application.EidServer.Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_busy_server_ends_on_the_page()
    {
        await using var application = await CardApplication.StartAsync();
        application.EidServer.StartsWith = () => new EidServerStart.Busy();
        var browser = new CardBrowser(application);

        await ShouldFailAsync(browser, await FetchAsync(browser, await browser.OpenAsync()), "unavailable");
        application.Log.Should().Contain(line => line.Contains("eid-server-busy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_nobody_can_find_ends_on_the_page()
    {
        await using var application = await CardApplication.StartAsync(eidServer: new FakeEidServer { ServerAddress = null });
        var browser = new CardBrowser(application);

        await ShouldFailAsync(browser, await FetchAsync(browser, await browser.OpenAsync()), "unavailable");
        application.Log.Should().Contain(line => line.Contains("client-server-address-unknown", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_fails_ends_on_the_page_and_in_the_log(bool isForeseen)
    {
        await using var application = await CardApplication.StartAsync();
        application.EidServer.StartsWith = () => throw (isForeseen ? new EidException("eid.server-unavailable", "It is down.") { IsTransient = true } : new InvalidOperationException("no idea"));
        var browser = new CardBrowser(application);

        await ShouldFailAsync(browser, await FetchAsync(browser, await browser.OpenAsync()), "unavailable");
        application.Log.Should().Contain(line => line.StartsWith("Warning 1033", StringComparison.Ordinal) && line.Contains(isForeseen ? "eid.server-unavailable" : "no idea", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task Nothing_but_fetching_is_answered(string method)
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var address = await browser.OpenAsync();

        await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(address)));

        ((int)browser.Last.StatusCode).Should().Be(405);
        application.EidServer.Sessions.Should().BeEmpty();
    }

    private static async Task ShouldFailAsync(CardBrowser browser, XElement token, string outcome)
    {
        token.Elements().Select(element => element.Name.LocalName).Should().Equal("ServerAddress", "SessionIdentifier", "RefreshAddress", "CommunicationErrorAddress", "Binding");
        token.Elements().Where(element => element.Value.Length > 0).Should().ContainSingle().Which.Name.LocalName.Should().Be("CommunicationErrorAddress");
        await browser.GoAsync(token.Element("CommunicationErrorAddress")!.Value + "&ResultMajor=error&ResultMinor=communicationError");
        browser.Location.Should().StartWith($"/ended?outcome={outcome}");
    }

    private static async Task<XElement> FetchAsync(CardBrowser browser, string address)
    {
        var token = await browser.FetchAsync(address);
        new XDocument(token).Validate(Schemas, validationEventHandler: null);
        return token;
    }

    private static XmlSchemaSet Load()
    {
        using var text = typeof(TcTokenTests).Assembly.GetManifestResourceStream("tctoken.xsd")!;
        var schemas = new XmlSchemaSet();
        schemas.Add(null, XmlReader.Create(text));
        schemas.Compile();
        return schemas;
    }
}
