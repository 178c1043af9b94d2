using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>A process that would mix up two towns does not start.</summary>
public sealed class SeveralTownsTests
{
    [Fact]
    public Task Two_towns_with_sessions_of_their_own_start() => StartAsync(("second:EntityId", "https://other.example/saml"), ("first:SignInScheme", "one"), ("second:SignInScheme", "two"));

    [Fact]
    public Task Two_log_ins_of_one_town_may_share_sessions() => StartAsync();

    [Theory]
    [InlineData("second:EntityId", "https://other.example/saml")]
    [InlineData("second:PublicAddress", "https://other.example")]
    public async Task Two_towns_do_not_share_sessions(string setting, string value)
    {
        var start = () => StartAsync((setting, value));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("first").And.Contain("second").And.Contain("SignInScheme");
    }

    [Fact]
    public async Task Two_log_ins_do_not_share_the_address_of_their_answers()
    {
        var start = () => StartAsync(("second:CallbackPath", "/SignIn-First"));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("CallbackPath");
    }

    private static async Task StartAsync(params (string Setting, string Value)[] changes)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(SamlApplication.Settings("first")).AddInMemoryCollection(SamlApplication.Settings("second"))
            .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Setting, (string?)change.Value)));
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Parties.Now));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddCookie("one").AddCookie("two")
            .AddBundId("first", builder.Configuration.GetSection("first")).AddBundId("second", builder.Configuration.GetSection("second"));
        await using var application = builder.Build();
        await application.StartAsync(TestContext.Current.CancellationToken);
    }
}
