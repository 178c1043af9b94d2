using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Authorities.Routing;

/// <summary>The routing service as its interface describes it, and signatures that hold without any code of ours.</summary>
public sealed class RoutingEndpointTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Dog = "99102013104000";
    private readonly SandboxServer _sandbox = running.Sandbox;
    private readonly HttpClient _client = running.Client;

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public async Task A_route_has_a_signature_by_a_key_that_is_shown(string version)
    {
        using var answer = await _client.GetAsync(Address($"{version}/routes?leikaKey={Dog}&ars=145220180180"));
        answer.Headers.GetValues("RateLimit-Limit").Should().Equal("1000");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        (body.RootElement.GetProperty("count").GetInt32(), body.RootElement.GetProperty("totalCount").GetInt32()).Should().Be((1, 1));
        var route = body.RootElement.GetProperty("routes")[0];
        route.TryGetProperty("destinationParameters", out _).Should().Be(version == "v1");
        var parts = route.GetProperty("destinationSignature").GetString()!.Split('.');
        using var header = Part(parts[0]);
        header.RootElement.GetProperty("alg").GetString().Should().Be("PS512");

        using var rsa = await KeyAsync(header.RootElement.GetProperty("kid").GetString()!);

        rsa.KeySize.Should().Be(4096);
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA512, RSASignaturePadding.Pss).Should().BeTrue();
        using var claims = Part(parts[1]);
        claims.RootElement.GetProperty("destinationId").GetString().Should().Be(route.GetProperty("destinationId").GetString());
        claims.RootElement.GetProperty("services")[0].GetProperty("leistungIDs").EnumerateArray().Select(key => key.GetString()).Should().Contain("urn:de:fim:leika:leistung:" + Dog);
    }

    [Theory]
    [InlineData($"v2/routes?leikaKey={Dog}", "no area")]
    [InlineData($"v2/routes?leikaKey={Dog}&ars=14522&ags=14522", "two areas")]
    [InlineData($"v2/routes?leikaKey={Dog}&ars=1452", "four digits")]
    [InlineData($"v2/routes?leikaKey={Dog}&ags=145220180180", "twelve digits of a municipality key")]
    [InlineData("v2/routes?leikaKey=1&ars=14522", "no service")]
    [InlineData($"v2/routes?leikaKey={Dog}&ars=14522&limit=501", "too many")]
    [InlineData($"v2/routes?leikaKey={Dog}&ars=14522&offset=-1", "before the first")]
    [InlineData("v2/areas", "no expression")]
    [InlineData("v2/areas?areaSearchexpression=a", "one character")]
    public async Task Other_questions_are_problems(string question, string because)
    {
        using var answer = await _client.GetAsync(Address(question));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, because);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Areas_have_the_content_type_of_problems_and_come_in_parts()
    {
        using var answer = await _client.GetAsync(Address("v2/areas?areaSearchexpression=*berg&offset=1&limit=2"));
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        (body.RootElement.GetProperty("count").GetInt32(), body.RootElement.GetProperty("offset").GetInt32()).Should().Be((2, 1));
        body.RootElement.GetProperty("totalCount").GetInt32().Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task A_withdrawn_key_is_shown_no_more()
    {
        var before = await KeyNamesAsync();
        await _client.GetAsync(Address($"v2/routes?leikaKey={Dog}&ars=145220180180"));
        await ArmAsync("authorities.routing.signature.rotated-key");
        await _client.GetAsync(Address($"v2/routes?leikaKey={Dog}&ars=145220180180"));
        var rotated = await KeyNamesAsync();
        rotated.Should().HaveCount(2).And.Contain(before[0]);
        await ArmAsync("authorities.routing.signature.withdrawn-key");
        using var body = JsonDocument.Parse(await _client.GetStringAsync(Address($"v2/routes?leikaKey={Dog}&ars=145220180180")));
        using var header = Part(body.RootElement.GetProperty("routes")[0].GetProperty("destinationSignature").GetString()!.Split('.')[0]);
        (await KeyNamesAsync()).Should().ContainSingle().Which.Should().NotBe(header.RootElement.GetProperty("kid").GetString()).And.NotBe(rotated[0]);
    }

    [Fact]
    public async Task People_and_others_find_nothing_over_http()
    {
        using var plain = await _client.GetAsync(new Uri(_sandbox.Address, "authorities/routing/v2/info"));
        plain.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private Uri Address(string path) => new(_sandbox.MachineAddress, "authorities/routing/" + path);

    private async Task<RSA> KeyAsync(string name)
    {
        using var set = JsonDocument.Parse(await _client.GetStringAsync(Address("issuer/.well-known/jwks.json")));
        var key = set.RootElement.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == name);
        return RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()), Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()) });
    }

    private async Task<string[]> KeyNamesAsync()
    {
        using var set = JsonDocument.Parse(await _client.GetStringAsync(Address("issuer/.well-known/jwks.json")));
        return [.. set.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private async Task ArmAsync(string fault)
    {
        using var armed = await _client.PostAsJsonAsync(new Uri(_sandbox.Address, "_sandbox/faults"), new { Name = fault });
        armed.EnsureSuccessStatusCode();
    }

    private static JsonDocument Part(string text) => JsonDocument.Parse(Base64Url.DecodeFromChars(text));
}
