using System.Text;
using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>What a session holds, where it lies, and when it is gone.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Pseudonym = "pseudonym-of-erika";
    private const string Attributes = $"""
        <saml:Attribute Name="urn:oid:2.5.4.42"><saml:AttributeValue>ERIKA</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>MUSTERMANN</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.3"><saml:AttributeValue>{Pseudonym}</saml:AttributeValue></saml:Attribute>
        """;

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly WatchedCache _cache = new();
    private SamlApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await StartAsync();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task The_cookie_holds_a_handle_and_nothing_of_the_user()
    {
        var browser = await LogInAsync(_application);

        var format = _application.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var ticket = format.Unprotect(browser.Cookies["session"])!;

        ticket.Principal.Claims.Should().ContainSingle().Which.Value.Should().MatchRegex("^[0-9a-f]{64}$");
        ticket.Properties.Items.Keys.Should().NotContain(key => key.StartsWith("eid", StringComparison.Ordinal));
        browser.CookieLines.Last(line => line.StartsWith("session=", StringComparison.Ordinal)).Should().ContainEquivalentOf("httponly").And.NotContainEquivalentOf("expires");
    }

    [Fact]
    public async Task The_store_holds_neither_handle_nor_readable_values()
    {
        var browser = await LogInAsync(_application);
        var format = _application.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var handle = format.Unprotect(browser.Cookies["session"])!.Principal.Claims.Single().Value;

        var (key, value) = _cache.Entries.Should().ContainSingle().Subject;
        key.Should().NotContain(handle);
        Encoding.UTF8.GetString(value).Should().NotContain("ERIKA").And.NotContain(Pseudonym);
    }

    [Fact]
    public async Task Log_out_erases_the_values_and_the_old_cookie_is_worth_nothing()
    {
        var browser = await LogInAsync(_application);
        var old = browser.Cookies["session"];

        await browser.GoAsync("/logout");

        _cache.Entries.Should().BeEmpty();
        browser.Cookies["session"] = old;
        (await WhoAsync(browser)).Should().Be("nobody");
    }

    [Theory]
    [InlineData("STORK-QAA-Level-4", 5)]
    [InlineData("STORK-QAA-Level-3", 30)]
    public async Task Whoever_does_nothing_for_too_long_is_logged_out(string level, int minutes)
    {
        var (busy, idle) = (await LogInAsync(_application, level), await LogInAsync(_application, level));

        _application.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        (await WhoAsync(busy)).Should().StartWith("ERIKA");
        _application.Clock.Advance(TimeSpan.FromSeconds(2));

        (await WhoAsync(busy)).Should().StartWith("ERIKA", "the request before counts");
        (await WhoAsync(idle)).Should().Be("nobody");
    }

    [Theory]
    [InlineData("STORK-QAA-Level-4", 30)]
    [InlineData("STORK-QAA-Level-3", 120)]
    public async Task A_session_ends_however_busy_it_is(string level, int minutes)
    {
        var browser = await LogInAsync(_application, level);
        for (var minute = 4; minute < minutes; minute += 4)
        {
            _application.Clock.Advance(TimeSpan.FromMinutes(4));
            (await WhoAsync(browser)).Should().StartWith("ERIKA", $"it is minute {minute} of {minutes}");
        }

        _application.Clock.Advance(TimeSpan.FromMinutes(4));

        (await WhoAsync(browser)).Should().Be("nobody");
        _cache.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_in_ends_the_session_before_and_takes_a_new_handle()
    {
        var browser = await LogInAsync(_application);
        var planted = browser.Cookies["session"];
        var planter = new SamlBrowser(_application);
        planter.Cookies["session"] = planted;

        await LogInAsync(_application, browser: browser);

        (await WhoAsync(browser)).Should().StartWith("ERIKA");
        (await WhoAsync(planter)).Should().Be("nobody", "who knew the old cookie must not be logged in by the new log-in");
        _cache.Entries.Should().ContainSingle();
    }

    [Fact]
    public async Task A_session_of_another_municipality_is_none_here_though_keys_and_store_are_shared()
    {
        var settings = SamlApplication.Settings();
        settings["BundId:EntityId"] = "https://andere-stadt.example";
        await using var other = await StartAsync(settings);
        var browser = await LogInAsync(_application);
        var visitor = new SamlBrowser(other);
        visitor.Cookies["session"] = browser.Cookies["session"];

        (await WhoAsync(visitor)).Should().Be("nobody");
        (await WhoAsync(browser)).Should().StartWith("ERIKA", "the visit elsewhere took nothing away");
    }

    [Fact]
    public async Task Another_node_with_the_same_keys_and_store_knows_the_session()
    {
        await using var node = await StartAsync();
        var browser = await LogInAsync(_application);
        var visitor = new SamlBrowser(node);
        visitor.Cookies["session"] = browser.Cookies["session"];

        (await WhoAsync(visitor)).Should().StartWith("ERIKA");
    }

    [Fact]
    public async Task A_store_that_lost_the_session_logs_the_user_out()
    {
        var browser = await LogInAsync(_application);
        _cache.Clear();

        (await WhoAsync(browser)).Should().Be("nobody");
    }

    [Fact]
    public async Task A_session_written_with_lost_keys_is_erased()
    {
        var browser = await LogInAsync(_application);
        _cache.Spoil();

        (await WhoAsync(browser)).Should().Be("nobody");
        _cache.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_store_that_fails_lets_nobody_in()
    {
        _cache.Fails = true;
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().StartWith("/ended?outcome=");
        browser.Cookies.Should().NotContainKey("session");
    }

    [Theory]
    [InlineData("https://formulare.stadt.example", true)]
    [InlineData("https://formulare.stadt.example/weiter?x=1", true)]
    [InlineData("https://formulare.stadt.example:8443/", false)]
    [InlineData("http://formulare.stadt.example/", false)]
    [InlineData("https://formulare.stadt.example.attacker.example/", false)]
    [InlineData("https://formulare.stadt.example@attacker.example/", false)]
    [InlineData(@"https://formulare.stadt.example\@attacker.example/", false)]
    [InlineData(@"https://attacker.example\.formulare.stadt.example/", false)]
    [InlineData("https:///formulare.stadt.example/", false)]
    [InlineData("https:formulare.stadt.example", false)]
    [InlineData("//formulare.stadt.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" https://formulare.stadt.example/", false)]
    public async Task A_log_in_leads_to_named_sites_only(string target, bool isAllowed)
    {
        var settings = SamlApplication.Settings();
        settings["BundId:AllowedReturnOrigins:0"] = "https://formulare.stadt.example";
        await using var application = await StartAsync(settings);
        var browser = new SamlBrowser(application);
        var (id, relayState) = await browser.BeginAsync($"/login?returnUrl={Uri.EscapeDataString(target)}");

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be(isAllowed ? target : "/");
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task A_return_address_has_a_measure(int length, bool isKept)
    {
        var browser = new SamlBrowser(_application);
        var target = "/me?".PadRight(length, 'x');
        var (id, relayState) = await browser.BeginAsync($"/login?returnUrl={target}");

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be(isKept ? target : "/");
    }

    [Theory]
    [InlineData("https://formulare.stadt.example/")]
    [InlineData("https://formulare.stadt.example/pfad")]
    [InlineData("formulare.stadt.example")]
    [InlineData("*")]
    public async Task A_site_is_named_by_its_origin(string setting)
    {
        var settings = SamlApplication.Settings();
        settings["BundId:AllowedReturnOrigins:0"] = setting;

        var start = () => StartAsync(settings);

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*BundId:AllowedReturnOrigins*");
    }

    private Task<SamlApplication> StartAsync(Dictionary<string, string?>? settings = null) =>
        SamlApplication.StartAsync(settings, keys: _keys, services: services => services.AddSingleton<IDistributedCache>(provider => _cache.On(provider.GetRequiredService<TimeProvider>())));

    private static XmlDocument Answer(string requestId, string level = "STORK-QAA-Level-3") =>
        Answers.Encrypted(new ForgedResponse { InResponseTo = requestId, AssertionId = $"_{Guid.NewGuid():N}", ContextClasses = [level], Attributes = Attributes });

    private static async Task<SamlBrowser> LogInAsync(SamlApplication application, string level = "STORK-QAA-Level-3", SamlBrowser? browser = null)
    {
        browser ??= new SamlBrowser(application);
        var (id, relayState) = await browser.BeginAsync();
        await browser.AnswerAsync(Answer(id, level), relayState);
        browser.Location.Should().Be("/me");
        return browser;
    }

    private static async Task<string> WhoAsync(SamlBrowser browser)
    {
        await browser.GoAsync("/me");
        return browser.Text;
    }
}
