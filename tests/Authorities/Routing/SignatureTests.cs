using System.Text.Json.Nodes;
using BaseComponents.Authorities.Routing;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A destination is usable only with a good signature of one algorithm by a key of an issuer that is trusted.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly StubRouting _stub = new();

    [Fact]
    public async Task A_good_signature_hands_over_the_destination() =>
        (await _stub.VerifyAsync(new Token())).Should().Be(new SignedDestination.Verified(Guid.Parse(Token.Destination), Token.Host, Token.Issuer, Token.Now.AddDays(-1)));

    [Fact]
    public async Task By_default_keys_have_4096_bits()
    {
        _stub.With("MinimumKeyBits", null).Keys = [IssuerKey.First.Shown(), IssuerKey.Long.Shown()];
        (await _stub.RefusalAsync(new Token { Key = IssuerKey.Long })).Should().BeNull();
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.UnfitKey);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("HS512")]
    [InlineData("ps512")]
    [InlineData("PS512 ")]
    public async Task Only_one_algorithm_counts(string algorithm) => (await _stub.RefusalAsync(new Token { Algorithm = algorithm })).Should().Be(DestinationRefusal.Algorithm);

    [Theory]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public async Task Another_algorithm_under_the_name_of_the_right_one_is_no_signature(string madeBy) =>
        (await _stub.RefusalAsync(new Token { MadeBy = madeBy })).Should().Be(DestinationRefusal.InvalidSignature);

    [Theory]
    [InlineData(0, DestinationRefusal.InvalidSignature)]
    [InlineData(20, DestinationRefusal.InvalidSignature)]
    [InlineData(63, DestinationRefusal.InvalidSignature)]
    [InlineData(64, null)]
    [InlineData(190, DestinationRefusal.InvalidSignature)]
    public async Task The_salt_is_as_long_as_the_hash(int length, DestinationRefusal? expected) => (await _stub.RefusalAsync(new Token { Salt = length })).Should().Be(expected);

    [Fact]
    public async Task Extensions_are_refused()
    {
        (await _stub.RefusalAsync(new Token { Header = header => header["crit"] = new JsonArray("b64") })).Should().Be(DestinationRefusal.Algorithm);
        (await _stub.RefusalAsync(new Token { Header = header => header["crit"] = new JsonArray() })).Should().Be(DestinationRefusal.Algorithm);
        (await _stub.RefusalAsync(new Token { Header = header => header["b64"] = false })).Should().Be(DestinationRefusal.Algorithm);
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    public async Task An_address_of_a_key_in_the_header_is_never_asked(string name)
    {
        (await _stub.RefusalAsync(new Token { Key = IssuerKey.Second, Header = header => header[name] = "https://attacker.example/keys" })).Should().Be(DestinationRefusal.UnknownKey);
        _stub.Asked.Select(address => address.Host).Distinct().Should().Equal("routing.example", "issuer.example");
    }

    [Fact]
    public async Task A_key_in_the_header_is_never_used() =>
        (await _stub.RefusalAsync(new Token { Key = IssuerKey.Second, Header = header => (header["kid"], header["jwk"]) = ("first", IssuerKey.Second.Shown()) })).Should().Be(DestinationRefusal.InvalidSignature);

    [Theory]
    [InlineData("https://attacker.example")]
    [InlineData("https://issuer.example/")]
    [InlineData("HTTPS://issuer.example")]
    [InlineData("http://issuer.example")]
    public async Task Keys_of_others_are_never_asked_for(string issuer)
    {
        (await _stub.RefusalAsync(new Token { Claims = claims => claims["iss"] = issuer })).Should().Be(DestinationRefusal.UnknownIssuer);
        _stub.Asked.Should().OnlyContain(address => address.Host == "routing.example");
    }

    [Theory]
    [InlineData("kty", "\"EC\"")]
    [InlineData("alg", "\"RSA-OAEP-256\"")]
    [InlineData("use", "\"enc\"")]
    [InlineData("key_ops", "[\"wrapKey\"]")]
    [InlineData("key_ops", "\"verify\"")]
    [InlineData("e", "\"Aw\"")]
    [InlineData("n", "\"AQAB\"")]
    [InlineData("n", "7")]
    [InlineData("d", "\"AQAB\"")]
    public async Task A_key_for_something_else_is_not_used(string member, string json)
    {
        _stub.Keys = [IssuerKey.First.Shown(key => key[member] = JsonNode.Parse(json))];
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.UnfitKey);
    }

    [Fact]
    public async Task One_name_for_two_keys_names_none()
    {
        _stub.Keys = [IssuerKey.First.Shown(), IssuerKey.Second.Shown(key => key["kid"] = "first")];
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.UnfitKey);
    }

    [Fact]
    public async Task Repeated_names_are_refused()
    {
        (await _stub.RefusalAsync(new Token { HeaderText = json => """{"alg":"PS512",""" + json[1..] })).Should().Be(DestinationRefusal.Malformed);
        (await _stub.RefusalAsync(new Token { ClaimsText = json => $$"""{"destinationId":"{{Token.Destination}}",{{json[1..]}}""" })).Should().Be(DestinationRefusal.Malformed);
        (await _stub.RefusalAsync(new Token { ClaimsText = json => json.Replace("\"gebietIDs\"", "\"leistungIDs\":[],\"gebietIDs\"", StringComparison.Ordinal) })).Should().Be(DestinationRefusal.Malformed);
        (await _stub.RefusalAsync(new Token { ClaimsText = json => json.Replace("\"jti\"", "\"\\u006ati\":1,\"jti\"", StringComparison.Ordinal) })).Should().Be(DestinationRefusal.Malformed, "an escaped name is the same name");
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("submissionHost")]
    [InlineData("destinationId")]
    [InlineData("services")]
    [InlineData("iat")]
    public async Task A_claim_that_is_missing_or_odd_is_no_claim(string name)
    {
        (await _stub.RefusalAsync(new Token { Claims = claims => claims.Remove(name) })).Should().Be(DestinationRefusal.Malformed);
        (await _stub.RefusalAsync(new Token { Claims = claims => claims[name] = new JsonObject() })).Should().Be(DestinationRefusal.Malformed);
        (await _stub.RefusalAsync(new Token { Claims = claims => claims[name] = null })).Should().Be(DestinationRefusal.Malformed);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("....")]
    [InlineData("äöü.b.c")]
    public async Task What_is_none_is_malformed(string text) => (await _stub.RefusalAsync(new Token { Whole = _ => text })).Should().Be(DestinationRefusal.Malformed);

    [Theory]
    [InlineData("=")]
    [InlineData("\n")]
    [InlineData("+")]
    [InlineData("A")]
    [InlineData(".")]
    [InlineData(".AAAA")]
    public async Task Nothing_stands_behind_it(string more) => (await _stub.RefusalAsync(new Token { Whole = token => token + more })).Should().NotBeNull();

    [Fact]
    public async Task An_endless_one_is_not_read() => (await _stub.RefusalAsync(new Token { Whole = token => token.Replace(".", "." + new string('A', 600_000), StringComparison.Ordinal) })).Should().Be(DestinationRefusal.Malformed);

    // The last character of 256 bytes has four bits that mean nothing.
    [Fact]
    public async Task The_same_signature_is_written_in_one_way_only() =>
        (await _stub.RefusalAsync(new Token { Whole = token => token[..^1] + Next(token[^1]) })).Should().Be(DestinationRefusal.Malformed);

    [Fact]
    public void One_changed_character_is_never_taken()
    {
        var token = new Token().ToString();
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.="]).Where((place, sign) => token[place] != sign)
            .Sample((place, sign) => (_stub.RefusalAsync(new Token { Whole = _ => token[..place] + sign + token[(place + 1)..] }).GetAwaiter().GetResult() is not null).Should().BeTrue(), iter: 500, threads: 1);
    }

    [Theory]
    [InlineData(null, Token.Destination)]
    [InlineData("", Token.Destination)]
    [InlineData("x.y.z", null)]
    [InlineData("x.y.z", "no identifier")]
    public async Task Without_signature_or_identifier_there_is_no_destination(string? token, string? destination)
    {
        _stub.Answer = _ => StubRouting.Json(new JsonObject { ["totalCount"] = 1, ["routes"] = new JsonArray(new JsonObject { ["destinationId"] = destination, ["destinationSignature"] = token }) }.ToJsonString());
        (await _stub.Router.FindRoutesAsync(BaseComponents.Authorities.Keys.LeikaKey.Parse(Token.Service), BaseComponents.Authorities.Keys.RegionKey.Parse(Token.Area)))
            .Single().Destination.Should().BeOfType<SignedDestination.Refused>().Which.Reason.Should().Be(DestinationRefusal.Missing);
    }

    public void Dispose() => _stub.Dispose();

    private static char Next(char last)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return Alphabet[Alphabet.IndexOf(last, StringComparison.Ordinal) + 1];
    }
}
