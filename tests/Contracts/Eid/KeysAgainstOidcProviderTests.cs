using System.Net;
using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Proof by key, signed requests, encrypted tokens and logout by the provider, with a provider that nobody here wrote.</summary>
public sealed class KeysAgainstOidcProviderTests(OidcProviderPeer peer) : IClassFixture<OidcProviderPeer>
{
    private static readonly ClientKeys Rsa = ClientKeys.Rsa();
    private static readonly ClientKeys Elliptic = ClientKeys.Elliptic();

    [Theory]
    [InlineData("key-rsa", "Required", "Issuer")]
    [InlineData("key-rsa", "Required", "TokenEndpoint")]
    [InlineData("key-elliptic", "Never", "Issuer")]
    [InlineData("key-elliptic", "WhereOffered", "Issuer")]
    [InlineData("key-plain", "Never", "Issuer")]
    public async Task A_citizen_logs_in(string client, string pushed, string audience)
    {
        await using var application = await StartAsync(client, new()
        {
            ["PushedAuthorization"] = pushed,
            ["Client:AssertionAudience"] = audience,
            ["Tokens:RequireEncryptedIdToken"] = client is "key-plain" ? "false" : "true",
            ["Tokens:RequireEncryptedUserInfo"] = client is "key-elliptic" ? "true" : "false",
        });
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await PressAsync(browser, application, "high");

        application.Seen.Should().NotBeNull(application.Log.With("BaseComponents.Eid").LastOrDefault());
        application.Seen!.Person.FamilyName.Should().Be("Weiẞmüller");
        application.Seen.Level.Should().Be(AssuranceLevel.High);
    }

    [Fact]
    public async Task A_signed_request_shows_the_browser_nothing_that_can_be_changed()
    {
        await using var application = await StartAsync("key-elliptic", new() { ["PushedAuthorization"] = "Never" });
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login, redirects: 1);

        browser.Address.Query.Should().Contain("request=").And.NotContain("state=").And.NotContain("acr_values").And.NotContain("code_challenge");
    }

    [Fact]
    public async Task A_user_who_gives_up_is_an_outcome()
    {
        await using var application = await StartAsync("key-rsa", []);
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await PressAsync(browser, application, "abort");

        browser.Text.Should().Be("outcome=CancelledByUser returnUrl=/me");
    }

    [Theory]
    [InlineData("key-plain", "Tokens:RequireEncryptedIdToken", "token-not-encrypted")]
    [InlineData("key-rsa", "Tokens:RequireEncryptedUserInfo", "token-not-encrypted")]
    public async Task A_token_that_should_be_encrypted_and_is_not_is_refused(string client, string demand, string reason)
    {
        await using var application = await StartAsync(client, new() { [demand] = "true" });
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await PressAsync(browser, application, "high");

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("did not succeed").Should().ContainSingle().Which.Should().Contain(reason);
    }

    [Fact]
    public async Task Another_key_than_the_registered_one_proves_nothing()
    {
        await using var application = await StartAsync("key-rsa", new() { ["Client:SigningCertificates:0:Pem"] = ClientKeys.Rsa().Pem, ["Client:KeysPath"] = "/elsewhere" });
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("(invalid_client)").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("true", "logged in: High")]
    [InlineData("false", "outcome=Rejected returnUrl=/me")]
    public async Task A_secret_in_the_header_is_encoded_as_the_provider_reads_it(string encoded, string end)
    {
        await using var application = await StartAsync("header-es256", new()
        {
            ["ClientSecret"] = peer.HeaderSecret,
            ["Client:Authentication"] = "ClientSecretBasic",
            ["Client:RequestObjects"] = "Never",
            ["Client:EncodeSecret"] = encoded,
        });
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        if (encoded is "true")
            await PressAsync(browser, application, "high");

        browser.Text.Should().Be(end);
    }

    [Theory]
    [InlineData("key-rsa", "logged in: High")]
    [InlineData("key-elliptic", "nobody")]
    [InlineData("key-plain", "nobody")]
    public async Task A_log_out_at_the_provider_ends_that_session_or_all_of_the_user_where_none_is_named(string client, string other)
    {
        await using var application = await StartAsync(client, []);
        using var browser = new Browser(peer.Tls);
        using var another = new Browser(peer.Tls);
        foreach (var one in (Browser[])[browser, another])
        {
            await one.GoAsync(application.Login);
            await PressAsync(one, application, "high");
            one.Text.Should().Be("logged in: High");
        }

        await browser.GoAsync(new Uri(peer.Authority, "/session/end"));
        await browser.PressAsync("end");

        await browser.GoAsync(new Uri(application.Address, "/me"));
        browser.Text.Should().Be("nobody", application.Log.With("logout").LastOrDefault());
        await another.GoAsync(new Uri(application.Address, "/me"));
        another.Text.Should().Be(other);
        application.Log.With("ended a session").Should().ContainSingle();
    }

    [Fact]
    public async Task The_keys_are_published_without_their_private_halves()
    {
        await using var application = await StartAsync("key-rsa", []);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(application.Address, "/eid-keys"));
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/jwk-set+json");
        text.Should().Contain("\"sig\"").And.Contain("\"enc\"").And.NotContain("\"d\"").And.NotContain("\"p\"").And.NotContain("\"q\"");
    }

    private static Task PressAsync(Browser browser, BrokerApplication application, string label)
    {
        browser.Text.Should().Contain($"value=\"{label}\"", application.Log.With("BaseComponents.Eid").LastOrDefault());
        return browser.PressAsync(label);
    }

    private async Task<BrokerApplication> StartAsync(string client, Dictionary<string, string?> changes)
    {
        if (peer.Missing is { } reason)
            Assert.Skip(reason);
        var key = client is "key-elliptic" ? Elliptic : Rsa;
        var settings = new Dictionary<string, string?>
        {
            ["ClientSecret"] = null,
            ["Client:Authentication"] = "PrivateKeyJwt",
            ["Client:RequestObjects"] = "Always",
            ["Client:SigningCertificates:0:Pem"] = key.Pem,
            ["Client:DecryptionCertificates:0:Pem"] = key.Pem,
            ["Client:KeysPath"] = "/eid-keys",
            ["BackChannelLogoutPath"] = "/eid-logout",
        };
        foreach (var (name, value) in changes)
            settings[name] = value;
        return await BrokerApplication.StartAsync(
            peer.Configuration(client),
            settings.ToDictionary(setting => "BaseComponents:Eid:Broker:" + setting.Key, setting => setting.Value),
            port: peer.ApplicationPort);
    }
}
