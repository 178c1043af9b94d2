using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>What a log-in leaves behind: in the browser, in the log, in the session.</summary>
public sealed class SessionTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    private static readonly string[] Canaries =
    [
        "ERIKA", "MUSTERMANN", "GABLER", "1964-08-12", "19640812", "SCHILLERSTRA", "01067", "erika.mustermann", "0b8f0f5e-1c5c", "WEIẞ", "M\u0302BANGO", "Musterbau GmbH", "HRB 99001", "Zögerlich",
        "ZÖGERLICH", "Lena", "Hauptstraße",
    ];

    [Fact]
    public async Task The_log_holds_no_personal_data_even_at_the_finest_level()
    {
        foreach (var person in (string[])["Erika Mustermann", "Zoë", "Musterbau GmbH", "Carla Zögerlich", "Lena Basis"])
            await LogInAsync(person);
        await ArmAsync("eid.wrong-nonce");
        await LogInAsync("Erika Mustermann");
        await LogInAsync("Erika Mustermann");
        var pseudonym = Application.Seen!.Pseudonym!;

        Application.Log.With("Trace").Should().NotBeEmpty();
        Application.Log.With("Log-in over EidBroker succeeded with level High").Should().NotBeEmpty();
        foreach (var canary in Canaries.Append(pseudonym.Value).Append(pseudonym.ToUserKey()))
            Application.Log.With(canary).Should().BeEmpty();
        Application.Log.With(Sandbox.Configuration["BaseComponents:Eid:Broker:ClientSecret"]!).Should().BeEmpty();
        Application.Log.With("eyJ").Should().BeEmpty("no token may be logged");
    }

    [Fact]
    public async Task Cookies_hold_no_plain_personal_data_and_are_out_of_reach_for_scripts_and_other_sites()
    {
        await LogInAsync("Erika Mustermann");

        foreach (var line in Browser.CookieLines.Where(line => !line.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)))
        {
            line.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=lax");
            foreach (var canary in Canaries)
                Readable(line).Should().NotContain(canary);
        }

        Cookies().Should().ContainSingle("the cookies of the log-in itself are gone").Which.Name.Should().Be("session");
    }

    [Fact]
    public async Task The_session_holds_the_identity_and_no_token()
    {
        await LogInAsync("Erika Mustermann");
        await Browser.GoAsync(new Uri(Application.Address, "/claims"));

        Browser.Text.Split('\n').Should().OnlyContain(claim => claim.StartsWith("eid.", StringComparison.Ordinal) || claim.StartsWith("sub=", StringComparison.Ordinal));
        Browser.Text.Should().NotContain("eyJ");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example/")]
    [InlineData("~/me")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site_after_the_log_in(string target)
    {
        await Browser.GoAsync(new Uri(Application.Address, "/login?returnUrl=" + Uri.EscapeDataString(target)));
        await Browser.PressAsync("Anmelden als Erika Mustermann");

        Browser.Address.Should().Be(Application.Address, "the start page is shown instead");
        Browser.Visited.Should().NotContain(address => address.Host.Contains("evil"));
        Application.Log.With("was to return to another site").Should().ContainSingle().Which.Should().NotContain("evil");
    }

    [Fact]
    public async Task A_policy_demands_a_level()
    {
        await LogInAsync("Erika Mustermann");
        await Browser.GoAsync(new Uri(Application.Address, "/high"));
        Browser.Text.Should().Be("high");

        await LogInAsync("Giulia Rossi");
        await Browser.GoAsync(new Uri(Application.Address, "/high"), redirects: 0);
        Browser.Next!.AbsolutePath.Should().Be("/Account/AccessDenied", "substantial is less than high");
    }

    [Fact]
    public async Task A_lower_demand_lets_the_lower_level_in()
    {
        await using var lenient = await BrokerApplication.StartAsync(Sandbox.Configuration, new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:MinimumLevel"] = "Basic" });
        await Browser.GoAsync(lenient.Login);
        await Browser.PressAsync("Anmelden als Lena Basis");

        lenient.Seen!.Level.Should().Be(BaseComponents.Eid.AssuranceLevel.Basic);
    }

    [Fact]
    public async Task A_log_in_that_took_too_long_is_expired()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var application = await BrokerApplication.StartAsync(Sandbox.Configuration, services: services => services.AddSingleton<TimeProvider>(clock));
        await Browser.GoAsync(application.Login);
        clock.Advance(TimeSpan.FromMinutes(16));
        await Browser.PressAsync("Anmelden als Erika Mustermann");

        Browser.Text.Should().Be("outcome=Expired returnUrl=/me");
        application.Log.Text.Should().Contain("login-took-too-long");
    }

    private IEnumerable<Cookie> Cookies() => Browser.Cookies.GetAllCookies().Where(cookie => !cookie.Expired);

    // A value that is only encoded, not encrypted, would show its text here.
    private static string Readable(string cookie)
    {
        var value = cookie.Split(';')[0].Split('=', 2)[1].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '='), bytes, out var count)
            ? cookie + Encoding.UTF8.GetString(bytes, 0, count)
            : cookie;
    }
}
