using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BaseComponents.Tests.Sandbox.Eid;

/// <summary>The provider as an application with a key sees it; everything signed and opened here by hand.</summary>
public sealed class KeyClientTests : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Section = "BaseComponents:Eid:BrokerWithKey:";
    private readonly RunningSandbox _sandbox;
    private readonly BrokerClientByHand _client;
    private readonly RSA _key = RSA.Create();

    public KeyClientTests(RunningSandbox sandbox)
    {
        _sandbox = sandbox;
        _client = new BrokerClientByHand(sandbox.Server);
        _key.ImportFromPem(Setting("Client:SigningCertificates:0:Pem"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signed_request_leads_to_an_encrypted_answer(bool pushed)
    {
        var (status, answer) = await LogInAsync(pushed);

        status.Should().Be(HttpStatusCode.OK);
        var idToken = Payload(Open(answer.GetProperty("id_token").GetString()!));
        idToken.GetProperty("aud").GetString().Should().Be("sandbox-key-client");
        idToken.GetProperty("sid").GetString().Should().HaveLength(32);
        var userInfo = Payload(Open(await _client.UserInfoTextAsync(answer.GetProperty("access_token").GetString()!)));
        userInfo.GetProperty("given_name").GetString().Should().Be("ERIKA");
        userInfo.GetProperty("sub").GetString().Should().Be(idToken.GetProperty("sub").GetString());
    }

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        using var plain = await _client.AuthorizeAsync(Request());
        plain.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await plain.Content.ReadAsStringAsync()).Should().Contain("invalid_request_object");

        var (status, answer) = await PushAsync(Request());
        (status, answer.GetProperty("error").GetString()).Should().Be((HttpStatusCode.BadRequest, "invalid_request_object"));
    }

    [Fact]
    public async Task A_request_signed_by_another_key_or_sent_twice_is_refused()
    {
        using var other = RSA.Create(2048);
        using var forged = await _client.AuthorizeAsync(Signed(other));
        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);

        var request = Signed(_key);
        using var first = await _client.AuthorizeAsync(request);
        using var second = await _client.AuthorizeAsync(request);
        (first.StatusCode, second.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("another audience")]
    [InlineData("expired")]
    [InlineData("none")]
    public async Task A_proof_that_proves_nothing_is_refused(string wrong)
    {
        using var other = RSA.Create(2048);
        var form = Proof(wrong switch
        {
            "another key" => Assertion(other),
            "another audience" => Assertion(_key, audience: "https://issuer.example"),
            "expired" => Assertion(_key, age: 600),
            _ => "",
        });
        (form["grant_type"], form["code"], form["redirect_uri"], form["code_verifier"]) = ("authorization_code", "code", BrokerClientByHand.Return, BrokerClientByHand.Verifier);
        var (status, answer) = await _client.PostAsync("/broker/token", form);

        (status, answer.GetProperty("error").GetString()).Should().Be((HttpStatusCode.BadRequest, "invalid_client"));
    }

    [Fact]
    public async Task Whoever_comes_twice_with_a_code_makes_worthless_what_it_bought()
    {
        var code = await _client.CodeAsync("erika");
        var (_, answer) = await _client.RedeemAsync(code);
        var token = answer.GetProperty("access_token").GetString()!;
        (await _client.UserInfoAsync(token)).GetProperty("given_name").GetString().Should().Be("ERIKA");

        (await _client.RedeemAsync(code)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _client.UserInfoTextAsync(token)).Should().NotContain("ERIKA");
    }

    [Fact]
    public async Task Verified_claims_are_given_to_whoever_has_a_document()
    {
        const string Asked = """{"userinfo":{"verified_claims":{"verification":{"trust_framework":{"value":"eidas"}},"claims":{"given_name":null,"birthdate":null}}}}""";
        var request = BrokerClientByHand.Request();
        (request["scope"], request["claims"]) = ("openid", Asked);
        var (_, answer) = await _client.RedeemAsync(await _client.CodeAsync("erika", request));
        var verified = (await _client.UserInfoAsync(answer.GetProperty("access_token").GetString()!)).GetProperty("verified_claims");

        verified.GetProperty("verification").GetProperty("assurance_level").GetString().Should().Be("high");
        verified.GetProperty("claims").EnumerateObject().Select(claim => claim.Name).Should().BeEquivalentTo("given_name", "birthdate");
    }

    private string Setting(string name) => _sandbox.Server.Configuration[Section + name]!;

    private static Dictionary<string, string?> Request()
    {
        var request = BrokerClientByHand.Request();
        request["client_id"] = "sandbox-key-client";
        return request;
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> LogInAsync(bool pushed)
    {
        var request = Signed(_key);
        if (pushed)
            request = new() { ["client_id"] = "sandbox-key-client", ["request_uri"] = (await PushAsync(request)).Answer.GetProperty("request_uri").GetString() };
        var code = await _client.CodeAsync("erika", request);
        var form = Proof(Assertion(_key));
        (form["grant_type"], form["code"], form["redirect_uri"], form["code_verifier"]) = ("authorization_code", code, BrokerClientByHand.Return, BrokerClientByHand.Verifier);
        return await _client.PostAsync("/broker/token", form);
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> PushAsync(Dictionary<string, string?> request) =>
        _client.PostAsync("/broker/par", Proof(Assertion(_key)).Concat(request.Where(parameter => parameter.Key is not "client_id")).ToDictionary(field => field.Key, field => field.Value));

    private static Dictionary<string, string?> Proof(string assertion) => new()
    {
        ["client_id"] = "sandbox-key-client",
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = assertion,
    };

    private Dictionary<string, string?> Signed(RSA key)
    {
        var claims = Request().ToDictionary(parameter => parameter.Key, object? (parameter) => parameter.Value);
        return new() { ["client_id"] = "sandbox-key-client", ["request"] = Token(key, "oauth-authz-req+jwt", claims, Setting("Authority"), age: 0) };
    }

    private string Assertion(RSA key, string? audience = null, int age = 0) =>
        Token(key, "client-authentication+jwt", new() { ["sub"] = "sandbox-key-client" }, audience ?? Setting("Authority"), age);

    private static string Token(RSA key, string type, Dictionary<string, object?> claims, string audience, int age)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - age;
        (claims["iss"], claims["aud"], claims["iat"], claims["exp"], claims["jti"]) = ("sandbox-key-client", audience, now, now + 60, Guid.NewGuid().ToString("N"));
        var signed = Text(JsonSerializer.SerializeToUtf8Bytes(new { alg = "PS256", typ = type })) + "." + Text(JsonSerializer.SerializeToUtf8Bytes(claims));
        return signed + "." + Text(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    /// <summary>Opens an encrypted token by hand.</summary>
    private string Open(string token)
    {
        var parts = token.Split('.');
        parts.Should().HaveCount(5, "it must be encrypted");
        var bytes = parts.Select(part => Base64Url.DecodeFromChars(part)).ToArray();
        var plain = new byte[bytes[3].Length];
        using var gcm = new AesGcm(_key.Decrypt(bytes[1], RSAEncryptionPadding.OaepSHA256), 16);
        gcm.Decrypt(bytes[2], bytes[3], bytes[4], plain, Encoding.ASCII.GetBytes(parts[0]));
        return Encoding.ASCII.GetString(plain);
    }

    private static JsonElement Payload(string token)
    {
        token.Split('.').Should().HaveCount(3, "what is encrypted is signed within");
        return JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
