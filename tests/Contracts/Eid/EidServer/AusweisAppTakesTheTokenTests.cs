using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Debian's AusweisApp takes what we serve, up to the eID-Server's door: there is no eID-Server that reads cards here.</summary>
public sealed class AusweisAppTakesTheTokenTests(AusweisAppPeer peer) : IClassFixture<AusweisAppPeer>, IAsyncLifetime
{
    private readonly TestTls _tls = TestTls.Make();
    private readonly KnockedDoor _door = new();
    private SilentEidServer _eidServer = null!;
    private CardApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        peer.RequireOrSkip();
        _eidServer = new SilentEidServer(_door.Address);
        _application = await CardApplication.StartAsync(new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build(), _tls, _eidServer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
            await _application.DisposeAsync();
        await _door.DisposeAsync();
    }

    [Fact]
    public async Task It_fetches_the_token_calls_the_server_and_sends_the_browser_back()
    {
        using var browser = new Browser(_tls);
        await browser.GoAsync(_application.Login);

        await browser.GoAsync(browser.ThisComputer(), redirects: 0);

        _eidServer.Sessions.Should().ContainSingle("it fetched the token once");
        _door.Greetings.Should().NotBeEmpty("it found the server's address in the token").And.OnlyContain(greeting => greeting[0] == 0x16 && greeting[1] == 0x03, "a TLS handshake begins");
        browser.Next!.AbsoluteUri.Should().StartWith(new Uri(_application.Address, "/signin-eidserver/refresh?login=").AbsoluteUri);
        await browser.FollowAsync();
        browser.Address.AbsolutePath.Should().Be("/ended", "no card was read");
        browser.Text.Should().NotContain("OtherBrowser");
    }

    [Fact]
    public async Task It_returns_when_there_is_no_session()
    {
        _eidServer.IsBusy = true;
        using var browser = new Browser(_tls);
        await browser.GoAsync(_application.Login);

        await browser.GoAsync(browser.ThisComputer(), redirects: 0);

        browser.Next!.AbsoluteUri.Should().StartWith(new Uri(_application.Address, "/signin-eidserver/refresh?login=").AbsoluteUri);
        await browser.FollowAsync();
        browser.Text.Should().Be("outcome=ServiceUnavailable");
        _door.Greetings.Should().BeEmpty();
    }

    [Fact]
    public async Task It_returns_when_the_page_is_used_again()
    {
        using var browser = new Browser(_tls);
        await browser.GoAsync(_application.Login);
        var activation = browser.ThisComputer();
        await browser.GoAsync(activation, redirects: 0);

        await browser.GoAsync(activation, redirects: 0);

        await browser.FollowAsync();
        browser.Text.Should().Be("outcome=Expired");
        _eidServer.Sessions.Should().ContainSingle();
    }

    [Fact]
    public async Task Another_browser_that_it_sends_back_is_not_logged_in()
    {
        using var browser = new Browser(_tls);
        using var other = new Browser(_tls);
        await browser.GoAsync(_application.Login);

        await other.GoAsync(browser.ThisComputer(), redirects: 0);

        await other.FollowAsync();
        other.Text.Should().Be("outcome=OtherBrowser");
        await browser.FollowAsync(other.Visited.Single(address => address.AbsolutePath == "/signin-eidserver/refresh"));
        browser.Text.Should().Be("outcome=Expired");
        _eidServer.Asked.Should().Be(0);
    }

    private Dictionary<string, string?> Settings() => new Dictionary<string, string?>
    {
        ["Environment"] = "Sandbox",
        ["Address"] = "https://127.0.0.1:1/soap",
        ["ClientAddress"] = peer.Address.AbsoluteUri,
        ["TlsCertificate:Pem"] = Own.Value,
        ["SigningCertificate:Pem"] = Own.Value,
        ["ServerCertificatesPem"] = Own.Value,
        ["RequiredAttributes:0"] = "FamilyNames",
        ["MinimumLevel"] = "Substantial",
    }.ToDictionary(setting => "BaseComponents:Eid:EidServer:" + setting.Key, setting => setting.Value);

    private static Lazy<string> Own { get; } = new(static () =>
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=application", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    });
}
