using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Discovery documents and keys that lead astray.</summary>
public sealed class HostileBrokerDiscoveryTests : HostileBrokerCase
{
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
        Broker.Discovery = discovery => discovery[name] = value;

        await ShouldEnd("Rejected", reason);
    }

    [Theory]
    [InlineData("jwks_uri")]
    [InlineData("token_endpoint")]
    public async Task ABroker_elsewhere_must_not_lead_to_this_machine(string name)
    {
        const string elsewhere = "https://broker.example";
        await using var network = TunnelProxy.Start(Broker.Address.Port);
        var settings = new Dictionary<string, string?>
        {
            ["BaseComponents:Eid:Broker:Authority"] = elsewhere,
            ["BaseComponents:Eid:Broker:Proxy"] = network.Address.OriginalString,
        };
        await using var application = await BrokerApplication.StartAsync(Broker.Configuration, settings);
        using var browser = Broker.Browser();
        Broker.Discovery = discovery => Move(discovery, elsewhere);
        await browser.GoAsync(application.Login, redirects: 0);
        browser.Next!.Host.Should().Be("broker.example", "the broker as such is acceptable");

        Broker.Discovery = discovery =>
        {
            Move(discovery, elsewhere);
            discovery[name] = Broker.Address.OriginalString + "/jwks";
        };
        await using var fresh = await BrokerApplication.StartAsync(Broker.Configuration, settings);
        await browser.GoAsync(fresh.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        fresh.Log.With("discovery-address-unacceptable").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_promise_to_name_the_issuer_must_be_kept()
    {
        Broker.Discovery = discovery => discovery["authorization_response_iss_parameter_supported"] = true;

        await ShouldEnd("Rejected", "response-issuer-missing");
    }

    [Fact]
    public async Task A_discovery_document_without_measure_is_not_read_to_its_end()
    {
        Broker.Discovery = discovery => discovery["padding"] = new string('x', 2 * 1024 * 1024);

        await ShouldEnd("ServiceUnavailable");
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_do_not_make_us_hammer_theBroker()
    {
        using var other = RSA.Create(2048);
        Broker.Header = header => header["kid"] = "unknown";
        Broker.Signature = signed => Base64Url.EncodeToString(other.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        await using var application = await BrokerApplication.StartAsync(Broker.Configuration);
        using var browser = Broker.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.GoAsync(application.Login);
            browser.Text.Should().StartWith("outcome=Rejected");
        }

        Broker.KeysFetched.Should().Be(2, "once at the beginning and once for the unknown key");
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_counts_no_more_once_that_is_known()
    {
        await using var application = await BrokerApplication.StartAsync(Broker.Configuration);
        using var browser = Broker.Browser();
        await browser.GoAsync(application.Login);
        browser.Text.Should().Be("logged in: High");
        var withdrawn = Broker.UseKeyOf(2048, "2");
        await browser.GoAsync(application.Login);
        browser.Text.Should().Be("logged in: High");
        Broker.Header = header => header["kid"] = "1";
        Broker.Signature = withdrawn;
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
    }

    [Fact]
    public async Task Requests_that_must_be_pushed_need_aBroker_that_takes_them()
    {
        await using var application = await BrokerApplication.StartAsync(Broker.Configuration, new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:PushedAuthorization"] = "Required" });
        using var browser = Broker.Browser();
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be("outcome=Rejected returnUrl=/me");
        application.Log.With("pushed-authorization-not-offered").Should().NotBeEmpty();
    }

    private void Move(JsonObject discovery, string elsewhere)
    {
        foreach (var (name, value) in discovery.Where(entry => entry.Value is JsonValue).ToList())
            discovery[name] = value!.GetValue<string>().Replace(Broker.Address.OriginalString, elsewhere, StringComparison.Ordinal);
    }
}
