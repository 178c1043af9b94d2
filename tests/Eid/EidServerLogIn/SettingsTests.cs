using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>What is wrong in the settings stops the start and says what to do.</summary>
public sealed class SettingsTests
{
    public static TheoryData<string, string?, string> Mistakes() => new()
    {
        { "Environment", null, "Environment" },
        { "PublicAddress", null, "PublicAddress" },
        { "PublicAddress", "https://host.example/path", "scheme, host and port only" },
        { "PublicAddress", "/relative", "must be an absolute address" },
        { "Address", null, "Address" },
        { "Address", "http://eid-server.example/", "must be an https address" },
        { "Address", "https://eid-server.example/?a=b", "neither query nor fragment" },
        { "ClientAddress", "https://elsewhere.example/eID-Client", "citizen's own computer" },
        { "ClientServerAddress", "http://paos.example", "must be an https address" },
        { "ServerCertificatesPem", null, "ServerCertificatesPem" },
        { "ServerCertificatesPem", "nothing", "ServerCertificatesPem" },
        { "SigningCertificate:Pem", "nothing", "SigningCertificate" },
        { "SigningCertificate:Pem", null, "SigningCertificate" },
        { "TlsCertificate:Pem", null, "TlsCertificate" },
        { "TlsCertificate:Path", "/no/such.p12", "TlsCertificate" },
        { "TrustAnchorsPem", "nothing", "TrustAnchorsPem" },
        { "MinimumLevel", null, "MinimumLevel" },
        { "MinimumLevel", "Unknown", "would let everybody in" },
        { "OutcomePath", null, "OutcomePath" },
        { "OutcomePath", "//evil.example", "OutcomePath must be a path" },
        { "LaunchPath", "https://evil.example", "LaunchPath must be a path" },
        { "LaunchPath", "/a?b=c", "LaunchPath must be a path" },
        { "CallbackPath", "/signin/", "must not end with" },
        { "RequiredAttributes:0", "Surname", "no attribute is named 'Surname'" },
        { "RequiredAttributes:0", "givennames", "no attribute is named 'givennames'" },
        { "OptionalAttributes:0", "GivenNames", "GivenNames is asked for twice" },
        { "OptionalAttributes:0", "AgeVerification", "AgeVerification and MinimumAge go together" },
        { "MinimumAge", "18", "AgeVerification and MinimumAge go together" },
        { "MinimumAge", "0", "MinimumAge" },
        { "CommunityId", "027614", "PlaceVerification and CommunityId go together" },
        { "CommunityId", "14612000", "leading 0" },
        { "LoginTimeout", "02:00:00", "LoginTimeout" },
        { "Starts:PerBrowser", "0", "PerBrowser" },
        { "AllowedReturnOrigins:0", "https://a.example/", "AllowedReturnOrigins" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_stops_the_start(string setting, string? value, string says)
    {
        var settings = CardApplication.Settings();
        settings["Card:" + setting] = value;

        await ShouldNotStartAsync(settings, says);
    }

    [Theory]
    [InlineData("From23")]
    [InlineData("Until22")]
    public async Task A_text_that_an_older_server_does_not_show_stops_the_start(string version)
    {
        var settings = CardApplication.Settings();
        settings["Card:ServerVersion"] = version;
        settings["Card:TransactionInfo"] = "Anmeldung eines Hundes";

        await ShouldNotStartAsync(settings, "TransactionInfo needs an eID-Server that takes requests by version 2.4");
    }

    [Fact]
    public async Task A_weak_key_stops_the_start()
    {
        var settings = CardApplication.Settings();
        settings["Card:SigningCertificate:Pem"] = CardApplication.Pem("CN=weak", bits: 1024);

        await ShouldNotStartAsync(settings, "at least 2048 bits");
    }

    [Fact]
    public async Task Three_certificates_of_the_server_stop_the_start()
    {
        var settings = CardApplication.Settings();
        settings["Card:ServerCertificatesPem"] = string.Join('\n', Enumerable.Range(0, 3).Select(number => CardApplication.Pem($"CN={number}", withKey: false)));

        await ShouldNotStartAsync(settings, "One certificate of the eID-Server, or two");
    }

    [Fact]
    public async Task A_scheme_that_cannot_be_part_of_a_path_stops_the_start()
    {
        var start = () => CardApplication.StartAsync(scheme: "eid server");

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("letters, digits and hyphens");
    }

    [Theory]
    [InlineData("PublicAddress", "http://hundesteuer.example", "must be an https address")]
    [InlineData("MobileClientAddress", "https://elsewhere.example", "must begin with eid:")]
    [InlineData("Environment", "Production", "Data Protection keys")]
    public async Task Outside_the_Sandbox_more_is_demanded(string setting, string value, string says)
    {
        var settings = CardApplication.Settings();
        settings["Card:Environment"] = "Test";
        settings["Card:" + setting] = value;

        await ShouldNotStartAsync(settings, says);
    }

    [Theory]
    [InlineData("Address", "https://127.0.0.1:8443/soap", "no production service")]
    [InlineData("PublicAddress", "https://localhost", "no production service")]
    public async Task Production_refuses_addresses_for_tests(string setting, string value, string says)
    {
        var settings = CardApplication.Settings();
        settings["Card:Environment"] = "Production";
        settings["Card:" + setting] = value;

        await ShouldNotStartAsync(settings, says);
    }

    [Theory]
    [InlineData("TlsCertificate:Pem", true)]
    [InlineData("SigningCertificate:Pem", true)]
    [InlineData("ServerCertificatesPem", false)]
    [InlineData("TrustAnchorsPem", false)]
    public async Task Production_refuses_certificates_of_the_Sandbox(string setting, bool withKey)
    {
        var settings = CardApplication.Settings();
        settings["Card:Environment"] = "Production";
        settings["Card:" + setting] = CardApplication.Pem("CN=BaseComponents Sandbox CA", withKey);

        await ShouldNotStartAsync(settings, "of the Sandbox is refused in Production");
    }

    [Fact]
    public async Task The_Sandbox_is_refused_where_the_host_runs_in_Production()
    {
        var start = () => StartAsync("Production");

        (await start.Should().ThrowAsync<AggregateException>()).Which.InnerExceptions.Should().HaveCount(2).And.OnlyContain(one => one.Message.Contains("is set to the Sandbox", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("second:CallbackPath", "/signin-first", "CallbackPath")]
    [InlineData("second:CallbackPath", "/signin-first/second", "CallbackPath")]
    [InlineData("second:PublicAddress", "https://anderestadt.example", "SignInScheme")]
    public async Task Two_towns_share_neither_path_nor_sessions(string setting, string value, string says)
    {
        var start = () => StartAsync("Development", (setting, value));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("first").And.Contain("second").And.Contain(says);
    }

    [Fact]
    public Task Two_log_ins_of_one_town_may_share_sessions() => StartAsync("Development");

    [Fact]
    public Task Two_towns_with_sessions_of_their_own_start() =>
        StartAsync("Development", ("second:PublicAddress", "https://anderestadt.example"), ("first:SignInScheme", "one"), ("second:SignInScheme", "two"));

    [Fact]
    public async Task The_same_town_must_be_meant_by_BundID_too()
    {
        var start = () => StartAsync("Development", withBundId: true, ("BundId:PublicAddress", "https://anderestadt.example"));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("first and BundId belong to different authorities");
    }

    private static async Task ShouldNotStartAsync(Dictionary<string, string?> settings, string says)
    {
        var start = () => CardApplication.StartAsync(settings);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(says);
    }

    private static Task StartAsync(string environment, params (string Setting, string Value)[] changes) => StartAsync(environment, withBundId: false, changes);

    private static async Task StartAsync(string environment, bool withBundId, params (string Setting, string Value)[] changes)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(CardApplication.Settings("first")).AddInMemoryCollection(CardApplication.Settings("second"))
            .AddInMemoryCollection(Saml.Host.SamlApplication.Settings())
            .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Setting, (string?)change.Value)));
        builder.Services.AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(CardApplication.Now));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var scheme in new[] { "first", "second" })
            builder.Services.AddKeyedSingleton<BaseComponents.Eid.EidServer.IEidServerClient>(scheme, new FakeEidServer());
        var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddCookie("one").AddCookie("two")
            .AddEidServer("first", builder.Configuration.GetSection("first")).AddEidServer("second", builder.Configuration.GetSection("second"));
        if (withBundId)
            authentication.AddBundId(builder.Configuration.GetSection("BundId"));
        await using var application = builder.Build();
        await application.StartAsync(TestContext.Current.CancellationToken);
    }
}
