using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Answers that must log nobody in, however plausible they look.</summary>
public sealed class HostileBrokerTests : IAsyncLifetime
{
    private HostileBroker _broker = null!;

    public async ValueTask InitializeAsync() => _broker = await HostileBroker.StartAsync();

    public async ValueTask DisposeAsync() => await _broker.DisposeAsync();

    [Fact]
    public async Task Unspoilt_it_logs_the_user_in() => await ShouldEnd("logged in: High");

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        _broker.Header = header => header["alg"] = "none";
        _broker.Signature = _ => "";

        await ShouldEnd("Rejected", "id-token-not-signed");
    }

    [Fact]
    public async Task A_token_whose_signature_was_cut_off_is_refused()
    {
        _broker.Signature = _ => "";

        await ShouldEnd("Rejected", "id-token-not-signed");
    }

    [Fact]
    public async Task A_token_signed_with_the_shared_secret_is_refused()
    {
        _broker.Header = header => header["alg"] = "HS256";
        _broker.Signature = signed => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(HostileBroker.Secret), Encoding.ASCII.GetBytes(signed)));

        await ShouldEnd("Rejected", "id-token-algorithm-refused");
    }

    [Fact]
    public async Task A_token_signed_with_a_published_symmetric_key_is_refused()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _broker.Keys = keys => keys["keys"]!.AsArray().Add(new JsonObject { ["kty"] = "oct", ["kid"] = "2", ["k"] = Base64Url.EncodeToString(key) });
        _broker.Header = header => (header["alg"], header["kid"]) = ("HS256", "2");
        _broker.Signature = signed => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)));

        await ShouldEnd("Rejected", "id-token-algorithm-refused");
    }

    [Fact]
    public async Task A_token_of_a_key_of_its_own_is_refused()
    {
        using var other = RSA.Create(2048);
        var key = other.ExportParameters(false);
        _broker.Header = header => header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
        _broker.Signature = signed => Base64Url.EncodeToString(other.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        await ShouldEnd("Rejected", "SecurityToken");
    }

    [Fact]
    public async Task A_token_with_a_broken_signature_is_refused()
    {
        _broker.Signature = _ => Base64Url.EncodeToString(new byte[256]);

        await ShouldEnd("Rejected", "SecurityToken");
    }

    [Theory]
    [InlineData("aud", "another-client")]
    [InlineData("iss", "https://issuer.example")]
    [InlineData("azp", "another-client")]
    [InlineData("nonce", "another-nonce")]
    [InlineData("nonce", null)]
    [InlineData("sub", null)]
    [InlineData("exp", null)]
    [InlineData("exp", 1_600_000_000)]
    [InlineData("nbf", 4_000_000_000)]
    [InlineData("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_with_a_wrong_claim_is_refused(string claim, object? value)
    {
        _broker.Payload = payload =>
        {
            payload.Remove(claim);
            if (value is not null)
                payload[claim] = JsonValue.Create(value);
        };

        await ShouldEnd("Rejected");
    }

    [Theory]
    [InlineData("client", "logged in: High")]
    [InlineData(null, "Rejected")]
    public async Task A_token_for_several_must_say_that_it_is_ours(string? authorized, string outcome)
    {
        _broker.Payload = payload =>
        {
            payload["aud"] = new JsonArray("another-client", "client");
            payload["azp"] = authorized;
        };

        await ShouldEnd(outcome, authorized is null ? "id-token-audiences-unclear" : null);
    }

    [Fact]
    public async Task A_token_of_a_weak_key_is_refused()
    {
        _broker.UseKeyOf(1024);

        await ShouldEnd("Rejected", "SecurityToken");
    }

    [Theory]
    [InlineData("CANARY")]
    [InlineData("CANARY.CANARY.CANARY")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.CANARY.CANARY")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJnaXZlbl9uYW1lIjoiQ0FOQVJZIg.CANARY")]
    [InlineData("CANARY.CANARY.CANARY.CANARY.CANARY")]
    [InlineData(7)]
    public async Task A_token_that_is_none_is_refused_and_not_repeated(object token)
    {
        _broker.TokenAnswer = answer => answer["id_token"] = JsonValue.Create(token);

        var application = await ShouldEnd("Rejected");
        application.Log.With("did not succeed").Should().ContainSingle();
        application.Log.With("CANARY").Should().BeEmpty();
    }

    [Fact]
    public async Task The_method_counts_in_the_signed_token_only()
    {
        _broker.UserInfo = userInfo => userInfo["amr"] = "eID";

        (await ShouldEnd("logged in: High")).Seen!.Method.Should().Be(BaseComponents.Eid.EidMethod.Unknown);
    }

    [Fact]
    public async Task A_token_that_expired_beyond_the_skew_is_refused()
    {
        _broker.Payload = payload => payload["exp"] = DateTimeOffset.UtcNow.AddMinutes(-4).ToUnixTimeSeconds();

        await ShouldEnd("Rejected", "SecurityTokenExpired");
    }

    [Fact]
    public async Task A_claim_that_stands_twice_is_refused()
    {
        _broker.PayloadText = payload => "{\"acr\":\"STORK-QAA-Level-1\"," + payload[1..];

        await ShouldEnd("Rejected");
    }

    [Fact]
    public async Task The_level_counts_in_the_signed_token_only()
    {
        _broker.Payload = payload => payload.Remove("acr");
        _broker.UserInfo = userInfo => userInfo["acr"] = "http://eidas.europa.eu/LoA/high";

        await ShouldEnd("LevelTooLow", "level-Unknown-below-High");
    }

    [Theory]
    [InlineData("[\"http://eidas.europa.eu/LoA/high\"]")]
    [InlineData("{\"value\":\"http://eidas.europa.eu/LoA/high\"}")]
    [InlineData("4")]
    public async Task A_level_that_is_no_text_is_no_level(string acr)
    {
        _broker.Payload = payload => payload["acr"] = JsonNode.Parse(acr);

        await ShouldEnd("LevelTooLow");
    }

    [Fact]
    public async Task Data_of_somebody_else_are_refused()
    {
        _broker.UserInfo = userInfo => userInfo["sub"] = "somebody-else";

        await ShouldEnd("Rejected");
    }

    [Fact]
    public async Task An_attribute_without_measure_is_refused()
    {
        _broker.UserInfo = userInfo => userInfo["family_name"] = new string('x', 2001);

        await ShouldEnd("Rejected", "attribute-too-long");
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_counts_as_missing()
    {
        _broker.UserInfo = userInfo => userInfo["birthdate"] = "CANARY-12.08.1964";

        var application = await ShouldEnd("logged in: High");
        application.Log.With("cannot be read").Should().ContainSingle();
        application.Log.With("CANARY").Should().BeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[[\"x\"],{\"x\":1},null]")]
    [InlineData("{\"locality\":{\"x\":[1]},\"formatted\":7,\"country\":[]}")]
    public async Task Values_of_a_strange_shape_count_as_missing(string value)
    {
        _broker.UserInfo = userInfo =>
        {
            foreach (var claim in (string[])["given_name", "family_name", "birth_family_name", "title", "birthdate", "place_of_birth", "nationalities", "address", "email", "email_verified", "amr"])
                userInfo[claim] = JsonNode.Parse(value);
        };

        var application = await ShouldEnd("logged in: High");
        application.Seen!.Person.Should().Be(BaseComponents.Eid.EidPerson.Nobody);
        application.Seen.Address.Should().BeNull();
    }

    [Fact]
    public async Task A_missing_token_is_refused()
    {
        _broker.TokenAnswer = answer => answer.Remove("id_token");

        await ShouldEnd("Rejected", "id-token-missing");
    }

    [Theory]
    [InlineData("issuer", "https://issuer.example", "discovery-issuer-differs")]
    [InlineData("token_endpoint", "http://127.0.0.1/token", "discovery-address-unacceptable")]
    [InlineData("token_endpoint", null, "discovery-address-unacceptable")]
    [InlineData("userinfo_endpoint", "file:///etc/passwd", "discovery-address-unacceptable")]
    [InlineData("authorization_endpoint", "javascript:alert(1)", "discovery-address-unacceptable")]
    [InlineData("authorization_endpoint", "http://broker.example/authorize", "discovery-address-unacceptable")]
    [InlineData("jwks_uri", "http://127.0.0.1/jwks", "discovery-address-not-https")]
    public async Task A_discovery_document_that_leads_astray_is_refused(string name, string? value, string reason)
    {
        _broker.Discovery = discovery => discovery[name] = value;

        await ShouldEnd("Rejected", reason);
    }

    [Theory]
    [InlineData("jwks_uri")]
    [InlineData("token_endpoint")]
    public async Task A_broker_elsewhere_must_not_lead_to_this_machine(string name)
    {
        const string elsewhere = "https://broker.example";
        await using var network = TunnelProxy.Start(_broker.Address.Port);
        var settings = new Dictionary<string, string?>
        {
            ["BaseComponents:Eid:Broker:Authority"] = elsewhere,
            ["BaseComponents:Eid:Broker:Proxy"] = network.Address.OriginalString,
        };
        await using var application = await BrokerApplication.StartAsync(_broker.Configuration, settings);
        using var browser = _broker.Browser();
        _broker.Discovery = discovery => Move(discovery, elsewhere);
        await browser.GoAsync(application.Login, redirects: 0);
        browser.Next!.Host.Should().Be("broker.example", "the broker as such is acceptable");

        _broker.Discovery = discovery =>
        {
            Move(discovery, elsewhere);
            discovery[name] = _broker.Address.OriginalString + "/jwks";
        };
        await using var fresh = await BrokerApplication.StartAsync(_broker.Configuration, settings);
        await browser.GoAsync(fresh.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        fresh.Log.With("discovery-address-unacceptable").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_promise_to_name_the_issuer_must_be_kept()
    {
        _broker.Discovery = discovery => discovery["authorization_response_iss_parameter_supported"] = true;

        await ShouldEnd("Rejected", "response-issuer-missing");
    }

    [Fact]
    public async Task A_discovery_document_without_measure_is_not_read_to_its_end()
    {
        _broker.Discovery = discovery => discovery["padding"] = new string('x', 2 * 1024 * 1024);

        await ShouldEnd("ServiceUnavailable");
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_do_not_make_us_hammer_the_broker()
    {
        using var other = RSA.Create(2048);
        _broker.Header = header => header["kid"] = "unknown";
        _broker.Signature = signed => Base64Url.EncodeToString(other.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        await using var application = await BrokerApplication.StartAsync(_broker.Configuration);
        using var browser = _broker.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.GoAsync(application.Login);
            browser.Text.Should().StartWith("outcome=Rejected");
        }

        _broker.KeysFetched.Should().Be(2, "once at the beginning and once for the unknown key");
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_counts_no_more_once_that_is_known()
    {
        await using var application = await BrokerApplication.StartAsync(_broker.Configuration);
        using var browser = _broker.Browser();
        await browser.GoAsync(application.Login);
        browser.Text.Should().Be("logged in: High");
        var withdrawn = _broker.UseKeyOf(2048, "2");
        await browser.GoAsync(application.Login);
        browser.Text.Should().Be("logged in: High");
        _broker.Header = header => header["kid"] = "1";
        _broker.Signature = withdrawn;
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
    }

    [Fact]
    public async Task Requests_that_must_be_pushed_need_a_broker_that_takes_them()
    {
        await using var application = await BrokerApplication.StartAsync(_broker.Configuration, new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:PushedAuthorization"] = "Required" });
        using var browser = _broker.Browser();
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("pushed-authorization-not-offered").Should().NotBeEmpty();
    }

    private void Move(JsonObject discovery, string elsewhere)
    {
        foreach (var (name, value) in discovery.Where(entry => entry.Value is JsonValue).ToList())
            discovery[name] = value!.GetValue<string>().Replace(_broker.Address.OriginalString, elsewhere, StringComparison.Ordinal);
    }

    private async Task<BrokerApplication> ShouldEnd(string outcome, string? reason = null)
    {
        await using var application = await BrokerApplication.StartAsync(_broker.Configuration);
        using var browser = _broker.Browser();
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be(outcome.StartsWith("logged", StringComparison.Ordinal) ? outcome : $"outcome={outcome} returnUrl=/me", application.Log.With("BaseComponents.Eid").LastOrDefault());
        if (reason is not null)
            application.Log.With("did not succeed").Should().ContainSingle().Which.Should().Contain(reason);
        return application;
    }
}
