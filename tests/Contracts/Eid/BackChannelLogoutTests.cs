using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The broker ends sessions; nobody else does, whatever they send.</summary>
public sealed class BackChannelLogoutTests : HostileBrokerCase
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly ClientKeys Key = ClientKeys.Rsa();

    [Theory]
    [InlineData("sid", "session-1")]
    [InlineData("sub", "person")]
    public async Task It_ends_the_session_it_names_or_all_of_the_user(string claim, string value)
    {
        await using var visit = await VisitAsync();

        (await visit.SendAsync(Broker.SignedToken(Token(claim, value), "logout+jwt"))).Should().Be(HttpStatusCode.OK);
        await visit.ShouldBeOver();
    }

    [Theory]
    [InlineData("sid", "session-2")]
    [InlineData("sub", "somebody-else")]
    public async Task Another_session_goes_on(string claim, string value)
    {
        await using var visit = await VisitAsync();

        (await visit.SendAsync(Broker.SignedToken(Token(claim, value), "logout+jwt"))).Should().Be(HttpStatusCode.OK);
        await visit.ShouldGoOn();
    }

    [Fact]
    public async Task A_session_that_knows_no_number_ends_with_its_user()
    {
        Broker.Payload = payload => payload["aud"] = "client";
        await using var visit = await VisitAsync(withNumber: false);
        var token = Token("sid", "session-9");
        token["sub"] = "person";

        (await visit.SendAsync(Broker.SignedToken(token))).Should().Be(HttpStatusCode.OK);
        await visit.ShouldBeOver();
    }

    [Fact]
    public async Task A_log_in_after_it_begins_a_session_again()
    {
        await using var visit = await VisitAsync();
        var token = Token("sub", "person");
        token["iat"] = DateTimeOffset.UtcNow.AddSeconds(-30).ToUnixTimeSeconds();

        await visit.SendAsync(Broker.SignedToken(token));

        await visit.ShouldGoOn();
    }

    [Fact]
    public async Task The_same_token_does_nothing_a_second_time()
    {
        await using var visit = await VisitAsync();
        var token = Broker.SignedToken(Token("sid", "session-2"));

        (await visit.SendAsync(token)).Should().Be(HttpStatusCode.OK);
        (await visit.SendAsync(token)).Should().Be(HttpStatusCode.BadRequest);
        visit.Application.Log.With("logout-token-replayed").Should().ContainSingle();
    }

    [Theory]
    [InlineData("nonce", "\"n\"", "logout-token-with-nonce")]
    [InlineData("nonce", "null", "logout-token-with-nonce")]
    [InlineData("events", null, "logout-token-without-event")]
    [InlineData("events", "{}", "logout-token-without-event")]
    [InlineData("events", "{\"http://schemas.openid.net/event/backchannel-logout\":true}", "logout-token-without-event")]
    [InlineData("events", "[\"http://schemas.openid.net/event/backchannel-logout\"]", "logout-token-without-event")]
    [InlineData("sid", null, "logout-token-for-nobody")]
    [InlineData("sid", "7", "logout-token-unreadable")]
    [InlineData("sid", "\"\"", "logout-token-unreadable")]
    [InlineData("jti", null, "logout-token-without-number")]
    [InlineData("iat", null, "logout-token-without-time")]
    [InlineData("exp", null, "logout-token-without-time")]
    [InlineData("exp", "\"4000000000\"", "logout-token-without-time")]
    [InlineData("exp", "1600000000", "logout-token-expired")]
    [InlineData("exp", "4000000000", "logout-token-times-unacceptable")]
    [InlineData("iat", "4000000000", "logout-token-times-unacceptable")]
    [InlineData("iss", "\"https://issuer.example\"", "SecurityTokenInvalidIssuer")]
    [InlineData("aud", "\"another-client\"", "SecurityTokenInvalidAudience")]
    [InlineData("aud", null, "SecurityTokenInvalidAudience")]
    public async Task A_wrong_claim_ends_nothing(string claim, string? value, string reason)
    {
        await using var visit = await VisitAsync();
        var token = Token("sid", "session-1");
        token.Remove(claim);
        if (value is not null)
            token[claim] = JsonNode.Parse(value);

        (await visit.SendAsync(Broker.SignedToken(token))).Should().Be(HttpStatusCode.BadRequest);
        await visit.ShouldGoOn();
        visit.Application.Log.With("was refused").Should().ContainSingle().Which.Should().Contain(reason);
    }

    [Fact]
    public async Task A_token_that_the_broker_did_not_sign_as_such_ends_nothing()
    {
        await using var visit = await VisitAsync();
        string[] tokens =
        [
            Broker.SignedToken(Token("sid", "session-1"), signature: _ => Base64Url.EncodeToString(new byte[256])),
            Broker.SignedToken(Token("sid", "session-1"), signature: _ => "", header: header => header["alg"] = "none"),
            Broker.SignedToken(Token("sid", "session-1"), header: header => header["alg"] = "HS256"),
            Broker.SignedToken(Token("sid", "session-1"), type: "at+jwt"),
            Broker.SignedToken(Token("sid", "session-1"), header: header => header["crit"] = new JsonArray("exp")),
            "CANARY", "", new string('A', 65 * 1024), new string('A', 200 * 1024),
        ];

        foreach (var token in tokens)
            (await visit.SendAsync(token)).Should().Be(HttpStatusCode.BadRequest);
        await visit.ShouldGoOn();
        visit.Application.Log.With("CANARY").Should().BeEmpty();
    }

    [Fact]
    public async Task An_encrypted_token_is_opened_and_a_plain_one_refused_where_encryption_is_demanded()
    {
        await using var visit = await VisitAsync(new() { ["Tokens:RequireEncryptedLogoutToken"] = "true", ["Client:DecryptionCertificates:0:Pem"] = Key.Pem });
        var token = Broker.SignedToken(Token("sid", "session-1"));

        (await visit.SendAsync(token)).Should().Be(HttpStatusCode.BadRequest);
        await visit.ShouldGoOn();
        (await visit.SendAsync(new ForgedJwe().Encrypt(token, Key.Certificate))).Should().Be(HttpStatusCode.OK);
        await visit.ShouldBeOver();
    }

    [Fact]
    public async Task Browsers_and_foreign_forms_get_nowhere()
    {
        await using var visit = await VisitAsync();
        using var http = new HttpClient();
        var address = new Uri(visit.Application.Address, "/eid-logout");

        (await http.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await http.PostAsync(address, new StringContent("logout_token=x"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await visit.ShouldGoOn();
    }

    [Fact]
    public async Task Where_sessions_lie_elsewhere_the_broker_is_told_that_nothing_ended()
    {
        await using var visit = await VisitAsync(services: services => services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.SessionStore = new OwnStore()));

        (await visit.SendAsync(Broker.SignedToken(Token("sid", "session-1")))).Should().Be(HttpStatusCode.ServiceUnavailable);
        visit.Application.Log.With("SessionStore of its own").Should().ContainSingle();
    }

    private JsonObject Token(string claim, string value)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = Broker.Address.OriginalString,
            ["aud"] = "client",
            ["iat"] = now,
            ["exp"] = now + 120,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["events"] = new JsonObject { [Event] = new JsonObject() },
            [claim] = value,
        };
    }

    private async Task<Visit> VisitAsync(Dictionary<string, string?>? settings = null, bool withNumber = true, Action<IServiceCollection>? services = null)
    {
        if (withNumber)
            Broker.Payload = payload => payload["sid"] = "session-1";
        var all = new Dictionary<string, string?>(settings ?? []) { ["BackChannelLogoutPath"] = "/eid-logout" };
        var application = await BrokerApplication.StartAsync(Broker.Configuration, all.ToDictionary(setting => "BaseComponents:Eid:Broker:" + setting.Key, setting => setting.Value), services);
        var browser = Broker.Browser();
        await browser.GoAsync(application.Login);
        browser.Text.Should().Be("logged in: High", application.Log.With("BaseComponents.Eid").LastOrDefault());
        return new Visit(application, browser);
    }

    private sealed record Visit(BrokerApplication Application, Browser Browser) : IAsyncDisposable
    {
        public async Task<HttpStatusCode> SendAsync(string token)
        {
            using var http = new HttpClient();
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
            using var answer = await http.PostAsync(new Uri(Application.Address, "/eid-logout"), form);
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
            return answer.StatusCode;
        }

        public async Task ShouldBeOver()
        {
            await Browser.GoAsync(new Uri(Application.Address, "/me"));
            Browser.Text.Should().Be("nobody");
        }

        public async Task ShouldGoOn()
        {
            await Browser.GoAsync(new Uri(Application.Address, "/me"));
            Browser.Text.Should().Be("logged in: High");
        }

        public async ValueTask DisposeAsync()
        {
            Browser.Dispose();
            await Application.DisposeAsync();
        }
    }

    private sealed class OwnStore : ITicketStore
    {
        private AuthenticationTicket? _ticket;

        public Task<string> StoreAsync(AuthenticationTicket ticket)
        {
            _ticket = ticket;
            return Task.FromResult("handle");
        }

        public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

        public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_ticket);

        public Task RemoveAsync(string key) => Task.CompletedTask;
    }
}
