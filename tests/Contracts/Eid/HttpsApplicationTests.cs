using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>An application as it runs outside the Sandbox: over https, with cookies that belong to its host alone.</summary>
public sealed class HttpsApplicationTests : IAsyncLifetime
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory();
    private HostileBroker _broker = null!;

    public async ValueTask InitializeAsync() => _broker = await HostileBroker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Query", "samesite=lax")]
    [InlineData("FormPost", "samesite=none")]
    public async Task A_citizen_logs_in(string mode, string sameSite)
    {
        await using var application = await StartAsync(mode);
        using var browser = _broker.Browser();
        await browser.GoAsync(application.Login);
        if (mode == "FormPost")
            await browser.PressAsync("back");

        browser.Text.Should().Be("logged in: High");
        browser.CookieLines.Where(line => line.Contains("eid-", StringComparison.Ordinal)).Should().HaveCountGreaterThanOrEqualTo(2)
            .And.OnlyContain(line => line.StartsWith("__Host-eid-") && line.Contains("; path=/;") && line.Contains("; secure;") && line.Contains(sameSite) && !line.Contains("domain="));
    }

    [Fact]
    public async Task In_a_form_no_code_gets_into_the_log_of_requests()
    {
        await using var application = await StartAsync("FormPost");
        using var browser = _broker.Browser();
        await browser.GoAsync(application.Login);
        await browser.PressAsync("back");

        application.Log.With("/signin-eidbroker").Should().NotBeEmpty().And.NotContain(line => line.Contains("code="));
    }

    private Task<BrokerApplication> StartAsync(string mode) => BrokerApplication.StartAsync(
        _broker.Configuration,
        new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:Environment"] = "Test", ["BaseComponents:Eid:Broker:ResponseMode"] = mode },
        services => services.Configure<KeyManagementOptions>(keys =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new FileSystemXmlRepository(_keys, NullLoggerFactory.Instance), new NullXmlEncryptor())),
        https: _broker.Tls);
}
