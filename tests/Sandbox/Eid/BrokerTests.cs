using System.Net;
using System.Text.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Eid;

/// <summary>The Sandbox that the tests of one class share.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    internal SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>The OpenID provider as a client written by hand sees it.</summary>
public sealed class BrokerTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly BrokerClientByHand _client = new(sandbox.Server);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_code_buys_one_answer()
    {
        var code = await _client.CodeAsync("erika");

        (await _client.RedeemAsync(code)).Status.Should().Be(HttpStatusCode.OK);
        var (status, answer) = await _client.RedeemAsync(code);
        status.Should().Be(HttpStatusCode.BadRequest);
        answer.GetProperty("error").GetString().Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Of_many_attempts_at_once_with_one_code_one_succeeds()
    {
        var code = await _client.CodeAsync("erika");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.RedeemAsync(code)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
    }

    [Fact]
    public async Task A_code_needs_its_verifier_and_the_secret_and_is_not_spent_without()
    {
        var code = await _client.CodeAsync("erika");

        (await _client.RedeemAsync(code, verifier: "another-verifier-of-at-least-forty-three-characters")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _client.RedeemAsync(code, secret: "wrong")).Answer.GetProperty("error").GetString().Should().Be("invalid_client");
        (await _client.RedeemAsync(code)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tokens_hold_no_personal_data_and_userinfo_what_the_scopes_cover()
    {
        var (_, answer) = await _client.RedeemAsync(await _client.CodeAsync("erika"));
        var payload = Payload(answer.GetProperty("id_token").GetString()!);
        var userInfo = await _client.UserInfoAsync(answer.GetProperty("access_token").GetString()!);

        payload.GetRawText().Should().NotContain("ERIKA").And.NotContain("erika");
        payload.GetProperty("acr").GetString().Should().Be("http://eidas.europa.eu/LoA/high");
        payload.GetProperty("nonce").GetString().Should().Be("nonce");
        userInfo.GetProperty("sub").GetString().Should().Be(payload.GetProperty("sub").GetString());
        userInfo.GetProperty("given_name").GetString().Should().Be("ERIKA");
        userInfo.TryGetProperty("address", out _).Should().BeFalse("the scope was not asked for");
    }

    [Fact]
    public async Task Single_claims_can_be_asked_for()
    {
        var request = BrokerClientByHand.Request();
        (request["scope"], request["claims"]) = ("openid", """{"userinfo":{"address":null,"sandbox_person":null}}""");
        var (_, answer) = await _client.RedeemAsync(await _client.CodeAsync("erika", request));
        var userInfo = await _client.UserInfoAsync(answer.GetProperty("access_token").GetString()!);

        userInfo.EnumerateObject().Select(claim => claim.Name).Should().BeEquivalentTo("sub", "iss", "aud", "address");
    }

    [Fact]
    public async Task A_request_can_be_pushed()
    {
        var request = BrokerClientByHand.Request();
        request["client_secret"] = _client.Secret;
        var (status, answer) = await _client.PostAsync("/broker/par", request);
        status.Should().Be(HttpStatusCode.Created);
        answer.GetProperty("request_uri").GetString()!.Length.Should().BeLessThan(128);

        var code = await _client.CodeAsync("erika", new() { ["client_id"] = "sandbox-client", ["request_uri"] = answer.GetProperty("request_uri").GetString() });
        (await _client.RedeemAsync(code)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_pushed_request_needs_the_secret()
    {
        var request = BrokerClientByHand.Request();
        request["client_secret"] = "wrong";

        (await _client.PostAsync("/broker/par", request)).Answer.GetProperty("error").GetString().Should().Be("invalid_client");
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("redirect_uri", "http://localhost.evil.example/")]
    [InlineData("redirect_uri", "http://localhost@evil.example/")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "somebody")]
    [InlineData("client_id", null)]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "token")]
    [InlineData("prompt", "none")]
    public async Task A_request_that_is_not_in_order_shows_no_page_and_leads_nowhere_else(string parameter, string? value)
    {
        var request = BrokerClientByHand.Request();
        request.Remove(parameter);
        if (value is not null)
            request[parameter] = value;
        using var answer = await _client.AuthorizeAsync(request);

        answer.StatusCode.Should().NotBe(HttpStatusCode.OK);
        (answer.Headers.Location?.Host ?? "localhost").Should().Be("localhost");
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("Wer soll sich anmelden");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("https://localhost/a/b/c?d=e")]
    [InlineData("http://[::1]:5000/")]
    public async Task Any_address_of_this_machine_may_be_returned_to(string address)
    {
        var request = BrokerClientByHand.Request();
        request["redirect_uri"] = address;
        using var answer = await _client.AuthorizeAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Silence_is_answered_with_the_need_to_log_in()
    {
        var request = BrokerClientByHand.Request();
        request["prompt"] = "none";
        using var answer = await _client.AuthorizeAsync(request);

        answer.Headers.Location!.AbsoluteUri.Should().StartWith(BrokerClientByHand.Return).And.Contain("error=login_required");
    }

    [Fact]
    public async Task The_discovery_document_promises_what_is_kept()
    {
        var document = await _client.GetAsync("/broker/.well-known/openid-configuration");

        Texts(document, "code_challenge_methods_supported").Should().Equal("S256");
        Texts(document, "token_endpoint_auth_methods_supported").Should().BeEquivalentTo("client_secret_basic", "client_secret_post");
        Texts(document, "pushed_authorization_request_endpoint_auth_methods_supported").Should().BeEquivalentTo("client_secret_basic", "client_secret_post");
        Texts(document, "subject_types_supported").Should().Equal("pairwise");
        Texts(document, "acr_values_supported").Should().Contain("http://eidas.europa.eu/LoA/high").And.OnlyHaveUniqueItems();
        document.GetProperty("claims_parameter_supported").GetBoolean().Should().BeTrue();
    }

    private static IEnumerable<string?> Texts(JsonElement document, string name) => document.GetProperty(name).EnumerateArray().Select(value => value.GetString());

    private static JsonElement Payload(string token) => JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
}
