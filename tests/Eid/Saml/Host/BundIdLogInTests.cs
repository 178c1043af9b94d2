using System.Xml;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.DataProtection;

namespace BaseComponents.Tests.Eid.Saml.Host;

public sealed class BundIdLogInTests : IAsyncLifetime
{
    private const string Attributes = """
        <saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="urn:oid:2.5.4.42" akdb:TrustLevel="HOCH"><saml:AttributeValue>ERIKA</saml:AttributeValue></saml:Attribute>
        <saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="urn:oid:2.5.4.4" akdb:TrustLevel="HOCH"><saml:AttributeValue>MUSTERMANN</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.2"><saml:AttributeValue>eID</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.3"><saml:AttributeValue>pseudonym-of-erika</saml:AttributeValue></saml:Attribute>
        """;

    private SamlApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await SamlApplication.StartAsync();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task A_citizen_logs_in()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync("/login?returnUrl=/me");

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be("/me");
        browser.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
        await browser.GoAsync("/me");
        browser.Text.Should().Be("ERIKA MUSTERMANN High pseudonym-of-erika");
        browser.Cookies.Keys.Should().Equal("session");
    }

    [Fact]
    public async Task An_answer_is_good_for_one_log_in()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        var cookies = browser.Cookies.ToDictionary();
        var answer = Answer(id);
        await browser.AnswerAsync(answer, relayState);
        foreach (var (name, value) in cookies)
            browser.Cookies[name] = value;

        await browser.AnswerAsync(answer, relayState);

        browser.Location.Should().StartWith("/ended?outcome=expired");
    }

    [Fact]
    public async Task An_assertion_that_was_used_before_is_refused_under_another_request_too()
    {
        var browser = new SamlBrowser(_application);
        foreach (var expected in new[] { "/me", "/ended?outcome=replayed&returnUrl=%2Fme" })
        {
            var (id, relayState) = await browser.BeginAsync();
            await browser.AnswerAsync(Answer(id), relayState);
            browser.Location.Should().Be(expected);
        }
    }

    [Fact]
    public async Task The_audit_says_how_and_never_who()
    {
        var browser = new SamlBrowser(_application);
        for (var twice = 0; twice < 2; twice++)
        {
            var (id, relayState) = await browser.BeginAsync();
            await browser.AnswerAsync(Answer(id), relayState);
        }

        var audit = _application.Log.Where(line => line.Contains(" Audit: ", StringComparison.Ordinal)).ToList();
        audit.Should().HaveCount(2, "each event once");
        audit[0].Should().StartWith("Information 1101 Audit: a log-in over BundId was accepted: level High, method ");
        audit[1].Should().StartWith("Information 1102 Audit: a log-in over BundId was not accepted: Replayed (assertion-used-before).");
        string.Concat(audit).Should().NotContainAny("ERIKA", "MUSTERMANN", "pseudonym-of-erika");
    }

    [Fact]
    public async Task Of_many_who_post_one_answer_one_logs_in()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        var answer = Answer(id);
        var others = Enumerable.Range(0, 30).Select(_ =>
        {
            var copy = new SamlBrowser(_application);
            foreach (var (name, value) in browser.Cookies)
                copy.Cookies[name] = value;
            return copy;
        }).ToList();

        await Task.WhenAll(others.Select(other => Task.Run(() => other.AnswerAsync(answer, relayState))));

        others.Count(other => other.Location == "/me").Should().Be(1);
    }

    [Fact]
    public async Task An_answer_in_another_browser_logs_nobody_in_and_leaves_the_log_in_usable()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        var thief = new SamlBrowser(_application);

        await thief.AnswerAsync(Answer(id), relayState);
        thief.Location.Should().Be("/ended?outcome=expired");

        await browser.AnswerAsync(Answer(id), relayState);
        browser.Location.Should().Be("/me");
    }

    [Fact]
    public async Task The_answer_to_one_tab_does_not_answer_the_other()
    {
        var browser = new SamlBrowser(_application);
        var first = await browser.BeginAsync();
        var second = await browser.BeginAsync();

        await browser.AnswerAsync(Answer(first.RequestId), second.RelayState);

        browser.Location.Should().StartWith("/ended?outcome=rejected");
        _application.Log.Should().Contain(line => line.Contains("response-request", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("STORK-QAA-Level-2", null, "level-too-low")]
    [InlineData("STORK-QAA-Level-3", null, null)]
    [InlineData("STORK-QAA-Level-3", 4, "level-too-low")]
    [InlineData("STORK-QAA-Level-4", 4, null)]
    [InlineData("unheard-of", null, "level-too-low")]
    public async Task The_level_is_compared_after_the_answer(string context, int? demanded, string? outcome)
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync(demanded is null ? "/login" : $"/login?level={demanded}");

        await browser.AnswerAsync(Answer(id, new ForgedResponse { ContextClasses = [context] }), relayState);

        browser.Location.Should().Be(outcome is null ? "/me" : $"/ended?outcome={outcome}&returnUrl=%2Fme");
    }

    [Fact]
    public async Task Of_two_statements_about_the_level_the_lower_counts()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();

        await browser.AnswerAsync(Answer(id, new ForgedResponse { ContextClasses = ["STORK-QAA-Level-4", "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"] }), relayState);

        browser.Location.Should().StartWith("/ended?outcome=level-too-low");
    }

    [Fact]
    public async Task Giving_up_is_an_outcome()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        var declined = new ForgedResponse { InResponseTo = id, Status = "urn:oasis:names:tc:SAML:2.0:status:Requester" }.ToXml();
        declined.GetElementsByTagName("StatusCode", Answers.Protocol)[0]!.InnerXml = $"""<samlp:StatusCode xmlns:samlp="{Answers.Protocol}" Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/>""";

        await browser.AnswerAsync(declined, relayState);

        browser.Location.Should().Be("/ended?outcome=cancelled&returnUrl=%2Fme");
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_the_log_in()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync("/login?returnUrl=https%3A%2F%2Fattacker.example%2F");

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be("/");
    }

    [Fact]
    public async Task Whoever_takes_too_long_begins_anew()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        _application.Clock.Advance(TimeSpan.FromMinutes(16));

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be("/ended?outcome=expired");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("empty")]
    [InlineData("no base64")]
    [InlineData("twice")]
    [InlineData("long")]
    public async Task A_callback_without_a_proper_form_is_refused(string kind)
    {
        var browser = new SamlBrowser(_application);
        var (_, relayState) = await browser.BeginAsync();
        await (kind switch
        {
            "GET" => browser.GoAsync("/signin-bundid?SAMLResponse=a&RelayState=b"),
            "empty" => browser.PostAsync("/signin-bundid"),
            "no base64" => browser.PostAsync("/signin-bundid", ("SAMLResponse", "!!!"), ("RelayState", relayState)),
            "twice" => browser.PostAsync("/signin-bundid", ("SAMLResponse", "AAAA"), ("SAMLResponse", "AAAA"), ("RelayState", relayState)),
            _ => browser.PostAsync("/signin-bundid", ("SAMLResponse", new string('A', 2_000_000)), ("RelayState", relayState)),
        });

        browser.Location.Should().StartWith("/ended?outcome=rejected");
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_the_session_is_a_new_one()
    {
        var browser = new SamlBrowser(_application);
        browser.Cookies["session"] = "planted";
        var (id, relayState) = await browser.BeginAsync();
        await browser.AnswerAsync(Answer(id), relayState);

        browser.Cookies["session"].Should().NotBe("planted");
        browser.CookieLines.Should().OnlyContain(line => line.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        browser.CookieLines.Where(line => line.StartsWith("eid-saml", StringComparison.Ordinal)).Should().NotBeEmpty()
            .And.OnlyContain(line => line.Contains("samesite=none", StringComparison.OrdinalIgnoreCase) && line.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_log_holds_nobody()
    {
        var browser = new SamlBrowser(_application);
        var (id, relayState) = await browser.BeginAsync();
        await browser.AnswerAsync(Answer(id), relayState);
        await browser.GoAsync("/me");
        await browser.AnswerAsync(Answer(id), relayState);

        string.Join('\n', _application.Log).Should().Contain("1001").And.NotContainAny("ERIKA", "MUSTERMANN", "pseudonym-of-erika", relayState);
    }

    [Fact]
    public async Task What_one_town_began_another_does_not_end_even_with_the_same_keys_and_store()
    {
        var (store, keys) = (new InMemoryOneTimeStore(), new EphemeralDataProtectionProvider());
        await using var town = await SamlApplication.StartAsync(store: store, keys: keys);
        var settings = SamlApplication.Settings();
        settings["BundId:EntityId"] = "https://other.example/saml";
        await using var other = await SamlApplication.StartAsync(settings, store, keys);
        var browser = new SamlBrowser(town);
        var (id, relayState) = await browser.BeginAsync();
        var elsewhere = new SamlBrowser(other);
        foreach (var (name, value) in browser.Cookies)
            elsewhere.Cookies[name] = value;

        await elsewhere.AnswerAsync(Answer(id), relayState);

        elsewhere.Location.Should().Be("/ended?outcome=expired");
    }

    [Fact]
    public async Task A_store_that_is_lost_refuses()
    {
        await using var application = await SamlApplication.StartAsync(store: new LostStore());
        var browser = new SamlBrowser(application);

        await browser.GoAsync("/login");

        browser.Location.Should().StartWith("/ended?outcome=");
        application.Log.Should().Contain(line => line.StartsWith("Error 1004", StringComparison.Ordinal));
    }

    private static XmlDocument Answer(string requestId, ForgedResponse? response = null) =>
        Answers.Encrypted((response ?? new ForgedResponse()) with { InResponseTo = requestId, Attributes = Attributes });

    private sealed class LostStore : IEidOneTimeStore
    {
        public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) => throw new IOException("lost");

        public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default) => throw new IOException("lost");
    }
}
