using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Authorities;

/// <summary>The service of bulk data, asked by hand.</summary>
public sealed class BulkEndpointTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Section = "BaseComponents:Authorities:Bulk";
    private static readonly XNamespace Xzufi = "http://xoev.de/schemata/xzufi/2_3_1";
    private readonly SandboxServer _sandbox = running.Sandbox;
    private readonly HttpClient _client = running.Client;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_given_for_a_secret_in_header_or_body(bool inBody)
    {
        var token = JsonNode.Parse(await (await TokenAsync(Setting("ClientSecret"), inBody)).Content.ReadAsStringAsync())!;
        (token["token_type"]!.GetValue<string>(), token["expires_in"]!.GetValue<int>()).Should().Be(("Bearer", 300));
        using var page = await PageAsync(0, token["access_token"]!.GetValue<string>());
        page.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_no_secret_gets_no_token_and_who_has_no_token_no_page()
    {
        using var refused = await TokenAsync("falsch", inBody: false);
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var page = await PageAsync(0, "falsch");
        (page.StatusCode, page.Headers.WwwAuthenticate.ToString()).Should().Be((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""));
        using var plain = await _client.GetAsync(new Uri(_sandbox.Address, "authorities/bulk/v3/verwaltungsobjekte/xzufi-2-3-1?index=0"));
        plain.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var none = await PageAsync(100_000, await FreshTokenAsync());
        none.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_end_and_then_come_the_changes()
    {
        var token = await FreshTokenAsync();
        var (objects, index, pages) = (new List<XElement>(), 0L, 0);
        for (var isComplete = false; !isComplete; pages++)
        {
            var page = await JsonAsync(index, token);
            objects.AddRange(XElement.Parse(page["xzufiObjekte"]!.GetValue<string>()).Elements());
            var next = page["naechsterIndex"]!.GetValue<long>();
            page["naechsteAnfrageUrl"]!.GetValue<string>().Should().Be(new Uri(_sandbox.MachineAddress, $"authorities/bulk/v3/verwaltungsobjekte/xzufi-2-3-1?index={next}").AbsoluteUri);
            next.Should().BeGreaterThan(index);
            (index, isComplete) = (next, page["vollstaendig"]!.GetValue<bool>());
        }

        pages.Should().BeGreaterThan(5);
        objects.Elements(Xzufi + "organisationseinheit").Should().HaveCountGreaterThan(150).And.OnlyContain(unit => unit.Element(Xzufi + "zustaendigkeit") == null);
        objects.Elements(Xzufi + "zustaendigkeitTransferObjekt").Should().HaveCountGreaterThan(300);
        objects.Elements(Xzufi + "leistung").Elements(Xzufi + "referenzLeistungsschluessel").Should().Contain(key => key.Value == "99102013104000");

        (await JsonAsync(index, token))["xzufiObjekte"]!.GetValue<string>().Should().BeEmpty();
        using var changed = await _client.PostAsJsonAsync(new Uri(_sandbox.Address, "authorities/bulk/changes"), new { office = "freiberg.steueramt", isDeleted = true });
        JsonNode.Parse(await changed.Content.ReadAsStringAsync())!["index"]!.GetValue<long>().Should().Be(index);
        var delta = XElement.Parse((await JsonAsync(index, token))["xzufiObjekte"]!.GetValue<string>());
        delta.Elements(Xzufi + "loesche").Select(element => element.Attribute("klasse")!.Value).Distinct().Should().BeEquivalentTo("Zustaendigkeit", "Organisationseinheit");
        (await _client.GetStringAsync(new Uri(_sandbox.MachineAddress, "authorities/xzufi"))).Should().NotContain("steueramt@freiberg.amt.example").And.Contain("steueramt@dresden.amt.example");
        using var gone = await _client.PostAsJsonAsync(new Uri(_sandbox.Address, "authorities/bulk/changes"), new { office = "freiberg.steueramt", name = "x" });
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changes_are_kept_with_the_state()
    {
        var state = Directory.CreateTempSubdirectory("bulk-state-").FullName;
        await using (var first = await SandboxServer.StartAsync(new SandboxOptions { StatePath = state }))
        {
            using var changed = await _client.PostAsJsonAsync(new Uri(first.Address, "authorities/bulk/changes"), new { office = "dresden.steueramt", mailAddress = "neu@dresden.amt.example" });
            changed.EnsureSuccessStatusCode();
        }

        await using (var second = await SandboxServer.StartAsync(new SandboxOptions { StatePath = state }))
        {
            using var client = RunningSandboxClient(second);
            (await client.GetStringAsync(new Uri(second.MachineAddress, "authorities/xzufi"))).Should().Contain("neu@dresden.amt.example");
        }

        Directory.Delete(state, recursive: true);
    }

    private static HttpClient RunningSandboxClient(SandboxServer sandbox)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(sandbox.Configuration[$"{Section}:TrustAnchorsPem"]) },
        };
        return new HttpClient(handler);
    }

    private string Setting(string key) => _sandbox.Configuration[$"{Section}:{key}"]!;

    private Task<HttpResponseMessage> TokenAsync(string secret, bool inBody)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (inBody)
            (form["client_id"], form["client_secret"]) = (Setting("ClientId"), secret);
        var request = new HttpRequestMessage(HttpMethod.Post, Setting("TokenAddress")) { Content = new FormUrlEncodedContent(form) };
        if (!inBody)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Setting("ClientId"))}:{Uri.EscapeDataString(secret)}")));
        return _client.SendAsync(request);
    }

    private async Task<string> FreshTokenAsync()
    {
        using var answer = await TokenAsync(Setting("ClientSecret"), inBody: false);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    private async Task<HttpResponseMessage> PageAsync(long index, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Setting("BaseAddress")), $"v3/verwaltungsobjekte/xzufi-2-3-1?index={index}")) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await _client.SendAsync(request);
    }

    private async Task<JsonNode> JsonAsync(long index, string token)
    {
        using var page = await PageAsync(index, token);
        return JsonNode.Parse(await page.Content.ReadAsStringAsync())!;
    }
}
