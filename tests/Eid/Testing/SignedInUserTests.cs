using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Eid.Testing;

/// <summary>A user for tests of applications, in two lines.</summary>
public sealed class SignedInUserTests
{
    [Fact]
    public async Task Every_request_is_that_of_the_user_until_they_log_out()
    {
        await using var application = Application("Development", out var user);
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var client = application.GetTestClient();

        (await client.GetStringAsync("/me")).Should().Be("MUSTERMANN");
        user.Identity = FakeIdentities.Company;
        (await client.GetStringAsync("/me")).Should().Be("Bauer");
        using var refused = await client.GetAsync("/high");
        refused.StatusCode.Should().Be(HttpStatusCode.Redirect, "substantial is less than high");
        await client.GetStringAsync("/logout");
        using var anonymous = await client.GetAsync("/me");
        anonymous.Headers.Location!.AbsolutePath.Should().Be("/Account/Login", "the application's own log-in is asked");
    }

    [Fact]
    public async Task A_production_host_does_not_start_with_it()
    {
        await using var application = Application("Production", out _);

        var start = () => application.StartAsync(TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*AddSignedInUser*Production*");
    }

    private static WebApplication Application(string environment, out SignedInUser user)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorizationBuilder().AddPolicy("high", policy => policy.RequireAssurance(AssuranceLevel.High));
        user = builder.Services.AddSignedInUser(FakeIdentities.Citizen);
        var application = builder.Build();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGet("/me", (HttpContext context) => context.User.GetEidIdentity().Person.FamilyName).RequireAuthorization();
        application.MapGet("/high", () => "high").RequireAuthorization("high");
        application.MapGet("/logout", (HttpContext context) => context.SignOutAsync());
        return application;
    }
}
