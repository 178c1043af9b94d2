using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Tokens that must log nobody in, however plausible they look.</summary>
public sealed class HostileBrokerTests : HostileBrokerCase
{
    [Fact]
    public async Task Unspoilt_it_logs_the_user_in() => await ShouldEnd("logged in: High");

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        Broker.Header = header => header["alg"] = "none";
        Broker.Signature = _ => "";

        await ShouldEnd("Rejected", "token-not-signed");
    }

    [Fact]
    public async Task A_token_whose_signature_was_cut_off_is_refused()
    {
        Broker.Signature = _ => "";

        await ShouldEnd("Rejected", "token-not-signed");
    }

    [Fact]
    public async Task A_token_signed_with_the_shared_secret_is_refused()
    {
        Broker.Header = header => header["alg"] = "HS256";
        Broker.Signature = signed => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(HostileBroker.Secret), Encoding.ASCII.GetBytes(signed)));

        await ShouldEnd("Rejected", "token-algorithm-refused");
    }

    [Fact]
    public async Task A_token_signed_with_a_published_symmetric_key_is_refused()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        Broker.Keys = keys => keys["keys"]!.AsArray().Add(new JsonObject { ["kty"] = "oct", ["kid"] = "2", ["k"] = Base64Url.EncodeToString(key) });
        Broker.Header = header => (header["alg"], header["kid"]) = ("HS256", "2");
        Broker.Signature = signed => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)));

        await ShouldEnd("Rejected", "token-algorithm-refused");
    }

    [Fact]
    public async Task A_token_of_a_key_of_its_own_is_refused()
    {
        using var other = RSA.Create(2048);
        var key = other.ExportParameters(false);
        Broker.Header = header => header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
        Broker.Signature = signed => Base64Url.EncodeToString(other.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        await ShouldEnd("Rejected", "token-header-refused");
    }

    [Fact]
    public async Task A_token_with_a_broken_signature_is_refused()
    {
        Broker.Signature = _ => Base64Url.EncodeToString(new byte[256]);

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
        Broker.Payload = payload =>
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
        Broker.Payload = payload =>
        {
            payload["aud"] = new JsonArray("another-client", "client");
            payload["azp"] = authorized;
        };

        await ShouldEnd(outcome, authorized is null ? "id-token-audiences-unclear" : null);
    }

    [Fact]
    public async Task A_token_of_a_weak_key_is_refused()
    {
        Broker.UseKeyOf(1024);

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
        Broker.TokenAnswer = answer => answer["id_token"] = JsonValue.Create(token);

        var application = await ShouldEnd("Rejected");
        application.Log.With("did not succeed").Should().ContainSingle();
        application.Log.With("CANARY").Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_that_expired_beyond_the_skew_is_refused()
    {
        Broker.Payload = payload => payload["exp"] = DateTimeOffset.UtcNow.AddMinutes(-4).ToUnixTimeSeconds();

        await ShouldEnd("Rejected", "SecurityTokenExpired");
    }

    [Fact]
    public async Task A_claim_that_stands_twice_is_refused()
    {
        Broker.PayloadText = payload => "{\"acr\":\"STORK-QAA-Level-1\"," + payload[1..];

        await ShouldEnd("Rejected");
    }

    [Fact]
    public async Task A_claim_with_half_a_letter_is_refused()
    {
        Broker.PayloadText = payload => """{"given_name":"\ud83d",""" + payload[1..];

        await ShouldEnd("Rejected");
    }

    [Theory]
    [InlineData("{0} ")]
    [InlineData(" {0}")]
    [InlineData("{0}\n")]
    [InlineData("{0}=")]
    public async Task A_header_with_anything_but_base64url_is_refused(string header)
    {
        Broker.Wrap = token => string.Format(CultureInfo.InvariantCulture, header, token.Split('.')[0]) + token[token.IndexOf('.', StringComparison.Ordinal)..];

        await ShouldEnd("Rejected", "token-unreadable");
    }

    [Fact]
    public async Task A_missing_token_is_refused()
    {
        Broker.TokenAnswer = answer => answer.Remove("id_token");

        await ShouldEnd("Rejected", "id-token-missing");
    }
}
