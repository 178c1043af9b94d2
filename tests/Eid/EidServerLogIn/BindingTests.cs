using System.Xml.Linq;
using BaseComponents.Eid;
using Microsoft.AspNetCore.DataProtection;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>A log-in belongs to the browser that began it: nobody else can begin, carry on or end it.</summary>
public sealed class BindingTests
{
    [Fact]
    public async Task The_way_back_is_good_in_the_browser_that_began_and_in_no_other()
    {
        await using var application = await CardApplication.StartAsync();
        var (attacker, victim) = (new CardBrowser(application), new CardBrowser(application));
        // The attacker begins, and has the victim's AusweisApp fetch the token: the victim reads the card, the victim's browser is sent back.
        var token = await victim.FetchAsync(await attacker.OpenAsync("/login?returnUrl=/me?of=attacker"));
        application.EidServer.Read(Session(token));

        await victim.GoAsync(Back(token));

        victim.Location.Should().Be("/ended?outcome=other-browser", "not even the address of the attacker's choice is shown");
        victim.Cookies.Keys.Should().NotContain("session");
        application.EidServer.Asked.Should().Be(0);
        application.Log.Should().Contain(line => line.Contains("return-in-another-browser", StringComparison.Ordinal));
        // Even one who learns the address afterwards finds nothing.
        await attacker.GoAsync(Back(token));
        attacker.Location.Should().Be("/ended?outcome=expired");
        attacker.Cookies.Keys.Should().NotContain("session");
        application.EidServer.Asked.Should().Be(0);
    }

    [Fact]
    public async Task Who_fetched_the_token_cannot_plant_the_log_in_in_another_browser()
    {
        await using var application = await CardApplication.StartAsync();
        var (attacker, victim) = (new CardBrowser(application), new CardBrowser(application));
        await victim.OpenAsync();
        var token = await attacker.FetchAsync(await attacker.OpenAsync());
        application.EidServer.Read(Session(token));

        await victim.GoAsync(Back(token));

        victim.Location.Should().Be("/ended?outcome=other-browser");
        await victim.GoAsync("/me");
        victim.Text.Should().Be("nobody");
    }

    [Fact]
    public async Task Two_tabs_end_where_each_of_them_began()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var first = await browser.FetchAsync(await browser.OpenAsync("/login?returnUrl=/me?tab=1"));
        var second = await browser.FetchAsync(await browser.OpenAsync("/login?returnUrl=/me?tab=2"));
        application.EidServer.Read(Session(second));
        application.EidServer.Read(Session(first));

        await browser.GoAsync(Back(second));
        browser.Location.Should().Be("/me?tab=2");
        await browser.GoAsync(Back(first));
        browser.Location.Should().Be("/me?tab=1");
    }

    [Fact]
    public async Task A_tab_of_which_the_card_was_not_read_does_not_profit_from_the_other()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var first = await browser.FetchAsync(await browser.OpenAsync());
        var second = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(Session(second));

        await browser.GoAsync(Back(first));

        browser.Location.Should().StartWith("/ended?outcome=expired");
    }

    [Fact]
    public async Task The_way_back_is_good_once()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(Session(token));
        var cookies = browser.Cookies.ToArray();
        await browser.GoAsync(Back(token));
        browser.Location.Should().Be("/me");

        await browser.GoAsync(Back(token));
        browser.Location.Should().Be("/ended?outcome=other-browser", "the cookie is gone");
        foreach (var (name, value) in cookies)
            browser.Cookies[name] = value;
        await browser.GoAsync(Back(token));
        browser.Location.Should().Be("/ended?outcome=expired", "the session is gone");
        application.EidServer.Asked.Should().Be(1);
    }

    [Fact]
    public async Task Many_at_once_with_one_way_back_are_one_log_in()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(Session(token));
        var copies = Enumerable.Range(0, 20).Select(_ => Copy(application, browser)).ToArray();

        await Task.WhenAll(copies.Select(copy => copy.GoAsync(Back(token))));

        copies.Count(copy => copy.Location == "/me").Should().Be(1);
        application.EidServer.Asked.Should().Be(1);
    }

    [Fact]
    public async Task Without_cookies_there_is_no_page_and_no_log_in()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.OpenAsync();
        var page = browser.Last.RequestMessage!.RequestUri!.ToString();
        var stranger = new CardBrowser(application);

        await stranger.GoAsync(page);

        stranger.Location.Should().Be("/ended?outcome=expired");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?login=")]
    [InlineData("?login=abc")]
    [InlineData("?login=a&login=b")]
    public async Task What_nobody_sealed_leads_nowhere(string query)
    {
        var store = new CountingStore();
        await using var application = await CardApplication.StartAsync(store: store);
        var browser = new CardBrowser(application);

        foreach (var path in new[] { "/signin-eidserver", "/signin-eidserver/launch", "/signin-eidserver/refresh" })
        {
            await browser.GoAsync(path + query);
            browser.Location.Should().Be("/ended?outcome=expired");
        }

        await browser.GoAsync("/signin-eidserver/tctoken" + query);
        ((int)browser.Last.StatusCode).Should().Be(404);
        store.Calls.Should().Be(0);
        browser.Cookies.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_sealed_for_one_page_is_no_good_at_another()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.GoAsync("/login");
        var start = Ticket(browser.Location!);
        var launch = Ticket(await browser.OpenAsync());

        await browser.GoAsync("/signin-eidserver/refresh?login=" + launch);
        browser.Location.Should().Be("/ended?outcome=expired");
        await browser.GoAsync("/signin-eidserver/tctoken?login=" + start);
        ((int)browser.Last.StatusCode).Should().Be(404);
    }

    [Fact]
    public async Task The_phone_goes_on_by_itself_and_the_computer_stays_logged_out()
    {
        await using var application = await CardApplication.StartAsync();
        var (computer, phone) = (new CardBrowser(application), new CardBrowser(application));
        await computer.OpenAsync("/login?returnUrl=/high&level=4");
        var address = computer.Link(CardApplication.Host + "/signin-eidserver?login=");

        await phone.GoAsync(address);
        while (phone.Location is { } next)
            await phone.GoAsync(next);
        var token = await phone.FetchAsync(CardBrowser.TcTokenUrl(phone.Link("eid://127.0.0.1:24727/eID-Client?tcTokenURL=").Replace("eid://", "http://", StringComparison.Ordinal)));
        application.EidServer.Read(Session(token));
        await phone.GoAsync(Back(token));

        phone.Location.Should().Be("/high");
        await phone.GoAsync("/high");
        phone.Text.Should().Be("high");
        application.EidServer.Requests.Should().ContainSingle().Which.MinimumLevel.Should().Be(AssuranceLevel.High, "the demand goes along");
        await computer.GoAsync(Back(token));
        await computer.GoAsync("/me");
        computer.Text.Should().Be("nobody");
    }

    [Theory]
    [InlineData("/beginning", "/beginning")]
    [InlineData("https://evil.example/", "/")]
    public async Task The_phone_may_go_on_elsewhere_within_the_application(string asked, string reached)
    {
        await using var application = await CardApplication.StartAsync();
        var (computer, phone) = (new CardBrowser(application), new CardBrowser(application));
        await computer.OpenAsync($"/login?returnUrl=/here&phone={asked}");

        await phone.LogInAsync(computer.Link(CardApplication.Host + "/signin-eidserver?login="));
        await computer.LogInAsync($"/login?returnUrl=/here&phone={asked}");

        (phone.Location, computer.Location).Should().Be((reached, "/here"));
    }

    [Fact]
    public async Task Another_town_with_the_same_keys_and_store_cannot_use_what_this_one_made()
    {
        var (keys, store, eidServer) = (new EphemeralDataProtectionProvider(), new InMemoryOneTimeStore(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(CardApplication.Now)), new FakeEidServer());
        await using var here = await CardApplication.StartAsync(eidServer: eidServer, store: store, keys: keys);
        var settings = CardApplication.Settings();
        settings["Card:PublicAddress"] = "https://anderestadt.example";
        await using var there = await CardApplication.StartAsync(settings, eidServer, store, keys);
        var (browser, elsewhere) = (new CardBrowser(here), new CardBrowser(there));
        var token = await browser.FetchAsync(await browser.OpenAsync());
        eidServer.Read(Session(token));
        foreach (var (name, value) in browser.Cookies)
            elsewhere.Cookies[name] = value;

        await elsewhere.GoAsync(new Uri(Back(token)).PathAndQuery);

        elsewhere.Location.Should().Be("/ended?outcome=expired");
        eidServer.Asked.Should().Be(0);
        await browser.GoAsync(Back(token));
        browser.Location.Should().Be("/me", "the attempt elsewhere took nothing away");
    }

    [Fact]
    public async Task A_log_in_survives_the_process()
    {
        var (keys, eidServer) = (new EphemeralDataProtectionProvider(), new FakeEidServer());
        using var database = new TestDatabase();
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        XElement token;
        await using (var before = await CardApplication.StartAsync(eidServer: eidServer, store: database.Store(), keys: keys))
        {
            var browser = new CardBrowser(before);
            token = await browser.FetchAsync(await browser.OpenAsync());
            foreach (var (name, value) in browser.Cookies)
                cookies[name] = value;
        }

        database.Text().Should().NotContain(eidServer.Ids.Single(), "the store holds nothing that can be read");
        eidServer.Read(Session(token));
        await using var after = await CardApplication.StartAsync(eidServer: eidServer, store: database.Store(), keys: keys);
        var again = new CardBrowser(after);
        foreach (var (name, value) in cookies)
            again.Cookies[name] = value;

        await again.GoAsync(Back(token));

        again.Location.Should().Be("/me");
    }

    [Fact]
    public async Task Cookies_are_of_this_host_alone_and_live_as_long_as_a_log_in()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.OpenAsync();

        browser.CookieLines.Should().HaveCount(2).And.OnlyContain(line =>
            line.StartsWith("eid-card", StringComparison.Ordinal) && line.Contains("max-age=900; path=/; secure; samesite=lax; httponly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_begins_many_log_ins_keeps_the_latest_ones()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        for (var i = 0; i < 30; i++)
            await browser.OpenAsync();

        browser.Cookies.Should().HaveCountLessThan(12);
        await browser.LogInAsync();
        browser.Location.Should().Be("/me");
    }

    private static string Session(XElement token) => token.Element("SessionIdentifier")!.Value;

    private static string Back(XElement token) => token.Element("RefreshAddress")!.Value;

    private static string Ticket(string address) => System.Web.HttpUtility.ParseQueryString(new Uri(address).Query)["login"]!;

    private static CardBrowser Copy(CardApplication application, CardBrowser browser)
    {
        var copy = new CardBrowser(application);
        foreach (var (name, value) in browser.Cookies)
            copy.Cookies[name] = value;
        return copy;
    }
}
