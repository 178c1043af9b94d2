using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Eid.Broker;

/// <summary>Settings that are wrong stop the start with a sentence that names them.</summary>
public sealed class BrokerOptionsTests
{
    private const string Section = "BaseComponents:Eid:Broker";

    [Fact]
    public async Task Complete_settings_start() => (await StartAsync(Test())).Should().BeNull();

    [Fact]
    public async Task Missing_settings_are_named()
    {
        var complaint = await StartAsync([]);

        complaint.Should().ContainAll("Environment", "Authority", "ClientId", "ClientSecret", "MinimumLevel", "OutcomePath");
    }

    [Theory]
    [InlineData("MinimumLevel", "Unknown", "let everybody in")]
    [InlineData("Authority", "http://broker.example/", "must be an https address")]
    [InlineData("Authority", "broker", "must be an absolute address")]
    [InlineData("Authority", "https://broker.example/?x=1", "neither query nor fragment")]
    [InlineData("OutcomePath", "https://evil.example/", "OutcomePath must be a path")]
    [InlineData("OutcomePath", "//evil.example/", "OutcomePath must be a path")]
    [InlineData("CallbackPath", "signin", "CallbackPath must be a path")]
    [InlineData("ClockSkew", "00:03:01", "ClockSkew")]
    [InlineData("LoginTimeout", "10:00:00", "LoginTimeout")]
    [InlineData("SigningAlgorithms:0", "HS256", "'HS256' is not accepted")]
    [InlineData("SigningAlgorithms:0", "none", "'none' is not accepted")]
    [InlineData("TrustAnchorsPem", "no certificate", "TrustAnchorsPem")]
    [InlineData("ClaimNames:Pseudonym", "", "Pseudonym")]
    [InlineData("ClientSecret", "", "ClientSecret is missing")]
    [InlineData("Client:Authentication", "PrivateKeyJwt", "SigningCertificates is empty")]
    [InlineData("Client:RequestObjects", "Always", "SigningCertificates is empty")]
    [InlineData("Client:SigningCertificates:0:Pem", "no certificate", "Client:SigningCertificates: The certificate could not be read")]
    [InlineData("Client:DecryptionCertificates:0:Path", "/nowhere/key.pem", "Client:DecryptionCertificates: The certificate file cannot be read")]
    [InlineData("Client:AssertionType", "", "AssertionType")]
    [InlineData("Client:KeysPath", "/keys", "there is no key to publish")]
    [InlineData("Client:KeysPath", "keys", "Client:KeysPath must be a path")]
    [InlineData("BackChannelLogoutPath", "https://evil.example/", "BackChannelLogoutPath must be a path")]
    [InlineData("Tokens:RequireEncryptedIdToken", "true", "DecryptionCertificates is empty")]
    [InlineData("Tokens:RequireEncryptedUserInfo", "true", "DecryptionCertificates is empty")]
    [InlineData("Tokens:RequireEncryptedLogoutToken", "true", "DecryptionCertificates is empty")]
    [InlineData("VerifiedClaims:Only", "true", "VerifiedClaims:Frameworks is empty")]
    [InlineData("VerifiedClaims:Claims:0", "family_name", "VerifiedClaims:Frameworks is empty")]
    [InlineData("VerifiedClaims:Frameworks:0:Level", "High", "Name")]
    public async Task A_wrong_setting_stops_the_start(string setting, string value, string complaint)
    {
        var settings = Test();
        settings[setting] = value;

        (await StartAsync(settings)).Should().Contain(complaint);
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    [InlineData("ES256")]
    public async Task Keys_sign_by_what_fits_them(string algorithm)
    {
        var settings = WithKey(2048);
        settings["Client:SigningAlgorithm"] = algorithm;

        (await StartAsync(settings)).Should().Contain($"'{algorithm}' does not fit the keys");
    }

    [Fact]
    public async Task A_key_stands_in_for_the_secret()
    {
        (await StartAsync(WithKey(2048))).Should().BeNull();
        (await StartAsync(WithKey(1024))).Should().Contain("at least 2048 bits");
    }

    [Fact]
    public async Task Rules_without_worth_and_rules_named_twice_are_refused()
    {
        var settings = Test();
        foreach (var index in (int[])[0, 1])
            (settings[$"VerifiedClaims:Frameworks:{index}:Name"], settings[$"VerifiedClaims:Frameworks:{index}:Level"]) = ("eidas", "Unknown");

        (await StartAsync(settings)).Should().ContainAll("says that nothing was verified", "twice");
    }

    [Fact]
    public async Task The_sandbox_does_not_start_in_production()
    {
        var settings = Test();
        settings["Environment"] = "Sandbox";

        (await StartAsync(settings, "Production")).Should().Contain("set to the Sandbox").And.Contain(Section);
        (await StartAsync(settings, "Staging")).Should().BeNull();
    }

    [Fact]
    public async Task Production_does_not_start_with_a_service_on_this_machine()
    {
        var settings = Test();
        (settings["Environment"], settings["Authority"]) = ("Production", "https://127.0.0.1:5443/broker");

        (await StartAsync(settings, "Production")).Should().Contain("no production service");
    }

    [Fact]
    public async Task Outside_the_sandbox_somebody_must_have_decided_about_the_keys_of_sessions()
    {
        (await StartAsync(Test(), sessionKeys: false)).Should().Contain("Data Protection keys");
        var sandbox = Test();
        sandbox["Environment"] = "Sandbox";

        (await StartAsync(sandbox, sessionKeys: false)).Should().BeNull();
    }

    [Fact]
    public async Task A_complaint_never_holds_the_secret()
    {
        var settings = Test();
        (settings["ClientSecret"], settings["Authority"]) = ("CANARY-SECRET", "http://broker.example/");

        (await StartAsync(settings)).Should().NotContain("CANARY");
    }

    [Fact]
    public void Outside_the_sandbox_cookies_belong_to_this_host_alone()
    {
        var options = Handler(Test());

        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.Name.Should().StartWith("__Host-");
            (cookie.SecurePolicy, cookie.HttpOnly, cookie.Path, cookie.Domain).Should().Be((Microsoft.AspNetCore.Http.CookieSecurePolicy.Always, true, "/", null));
            cookie.SameSite.Should().Be(Microsoft.AspNetCore.Http.SameSiteMode.Lax);
        }
    }

    [Fact]
    public void Answers_in_a_form_take_cookies_that_come_along()
    {
        var settings = Test();
        settings["ResponseMode"] = "FormPost";
        var options = Handler(settings);

        options.ResponseMode.Should().Be("form_post");
        options.CorrelationCookie.SameSite.Should().Be(Microsoft.AspNetCore.Http.SameSiteMode.None);
        options.CorrelationCookie.SecurePolicy.Should().Be(Microsoft.AspNetCore.Http.CookieSecurePolicy.Always);
    }

    [Fact]
    public void Nothing_is_asked_for_that_was_not_configured()
    {
        var options = Handler(Test());

        options.Scope.Should().Equal("openid");
        (options.UsePkce, options.SaveTokens, options.ResponseType).Should().Be((true, false, "code"));
        options.TokenValidationParameters.ValidAlgorithms.Should().NotContain(algorithm => algorithm == "none" || algorithm.StartsWith("HS"));
    }

    [Fact]
    public void Two_brokers_in_one_application_do_not_mix()
    {
        var configuration = new ConfigurationManager();
        foreach (var (setting, value) in Test())
            configuration["Dresden:" + setting] = configuration["Leipzig:" + setting] = value;
        configuration["Leipzig:ClientId"] = "leipzig";
        configuration["Dresden:Environment"] = configuration["Leipzig:Environment"] = "Sandbox";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddAuthentication()
            .AddEidBroker("Dresden", configuration.GetSection("Dresden"))
            .AddEidBroker("Leipzig", configuration.GetSection("Leipzig"));
        using var application = builder.Build();
        var options = application.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>();

        (options.Get("Dresden").ClientId, options.Get("Leipzig").ClientId).Should().Be(("client", "leipzig"));
        (options.Get("Dresden").CallbackPath.Value, options.Get("Leipzig").CallbackPath.Value).Should().Be(("/signin-dresden", "/signin-leipzig"));
        options.Get("Dresden").ConfigurationManager.Should().NotBeSameAs(options.Get("Leipzig").ConfigurationManager);
    }

    [Fact]
    public void Settings_that_change_are_read_again()
    {
        var source = new ConfigurationManager();
        foreach (var (setting, value) in Test())
            source["Broker:" + setting] = value;
        source["Broker:Environment"] = "Sandbox";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddAuthentication().AddEidBroker(source.GetSection("Broker"));
        using var application = builder.Build();
        var options = application.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>();
        options.Get(EidDefaults.BrokerScheme).ClientId.Should().Be("client");

        source["Broker:ClientId"] = "changed";
        ((IConfigurationRoot)source).Reload();

        options.Get(EidDefaults.BrokerScheme).ClientId.Should().Be("changed");
    }

    private static Dictionary<string, string?> Test() => new()
    {
        ["Environment"] = "Test",
        ["Authority"] = "https://broker.example/realms/test",
        ["ClientId"] = "client",
        ["ClientSecret"] = "secret",
        ["MinimumLevel"] = "Substantial",
        ["OutcomePath"] = "/login-ended",
    };

    private static Dictionary<string, string?> WithKey(int bits)
    {
        using var key = RSA.Create(bits);
        using var certificate = new CertificateRequest("CN=application", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var settings = Test();
        settings["ClientSecret"] = null;
        settings["Client:Authentication"] = "PrivateKeyJwt";
        settings["Client:SigningCertificates:0:Pem"] = certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
        return settings;
    }

    private static WebApplicationBuilder Builder(Dictionary<string, string?> settings, string environment = "Development", bool sessionKeys = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{Section}:{setting.Key}", setting.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) =
            sessionKeys ? (new NoKeys(), new NullXmlEncryptor()) : (null, null));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddEidBroker(builder.Configuration.GetSection(Section));
        return builder;
    }

    private static OpenIdConnectOptions Handler(Dictionary<string, string?> settings)
    {
        using var application = Builder(settings).Build();
        return application.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(EidDefaults.BrokerScheme);
    }

    /// <summary>Starts a host, and returns what stopped it.</summary>
    private static async Task<string?> StartAsync(Dictionary<string, string?> settings, string environment = "Development", bool sessionKeys = true)
    {
        await using var application = Builder(settings, environment, sessionKeys).Build();
        try
        {
            await application.StartAsync();
            await application.StopAsync();
            return null;
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    private sealed class NoKeys : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [];

        public void StoreElement(XElement element, string friendlyName)
        {
        }
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
