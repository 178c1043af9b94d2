using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The operator of "oidc-provider" changes its keys while the application runs on.</summary>
public sealed class OidcProviderKeyRollOverTests(OidcProviderPeer peer) : IClassFixture<OidcProviderPeer>
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Keys_change_step_by_step_and_every_log_in_succeeds()
    {
        SkipIfMissing();
        var (old, next) = (Key("old"), Key("next"));
        await peer.RestartAsync(Set(old));
        await using var application = await StartAsync();

        await ShouldLogInAsync(application, "the old key");
        await ChangeAsync(Set(old, next));
        await ShouldLogInAsync(application, "the next key is published, the old one signs");
        await ChangeAsync(Set(next, old));
        await ShouldLogInAsync(application, "the next key signs");
        await ChangeAsync(Set(next));
        await ShouldLogInAsync(application, "the old key is gone");
    }

    [Fact]
    public async Task A_key_that_is_changed_at_once_is_found_within_the_log_in()
    {
        SkipIfMissing();
        await peer.RestartAsync();
        await using var application = await StartAsync();

        await ShouldLogInAsync(application, "the keys of the first start");
        await ChangeAsync(keys: null);
        await ShouldLogInAsync(application, "the keys of the second start");
        application.Log.With("names a key that is not known").Should().ContainSingle();
    }

    private void SkipIfMissing()
    {
        if (peer.Missing is { } reason)
            Assert.Skip(reason);
    }

    private async Task ChangeAsync(string? keys)
    {
        await peer.RestartAsync(keys);
        // Keys are fetched within a log-in every ten seconds at most.
        _clock.Advance(TimeSpan.FromSeconds(11));
    }

    private Task<BrokerApplication> StartAsync() =>
        BrokerApplication.StartAsync(peer.Configuration("signs-es256"), services: services => services.AddSingleton<TimeProvider>(_clock), port: peer.ApplicationPort);

    private async Task ShouldLogInAsync(BrokerApplication application, string because)
    {
        using var browser = new Browser(peer.Tls);
        await browser.GoAsync(application.Login);
        await browser.PressAsync("high");

        browser.Text.Should().Be("logged in: High", because);
    }

    private static string Set(params object[] keys) => JsonSerializer.Serialize(keys);

    private static object Key(string id)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = key.ExportParameters(includePrivateParameters: true);
        return new { kty = "EC", use = "sig", alg = "ES256", kid = id, crv = "P-256", x = Base64Url.EncodeToString(parts.Q.X), y = Base64Url.EncodeToString(parts.Q.Y), d = Base64Url.EncodeToString(parts.D) };
    }
}
