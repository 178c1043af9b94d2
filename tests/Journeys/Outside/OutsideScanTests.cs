using System.Net;
using DogLicence.Hosting;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using MunicipalService.Hosting;

namespace BaseComponents.Tests.Journeys.Outside;

/// <summary>The services as a stranger on the network meets them: each route and each log-in is tried, and each answer is held against the same rules.</summary>
public sealed class OutsideScanTests : IAsyncDisposable
{
    private const string Evil = "https://evil.example";

    private static readonly string[] _redirectNames = ["returnUrl", "ReturnUrl", "return", "url", "next", "redirect", "redirect_uri", "target", "continue", "RelayState"];
    private static readonly string[] _evilAddresses = [Evil, "//evil.example", "/\\evil.example", "https:evil.example", "/%09/evil.example", "javascript:alert(1)", "http://localhost@evil.example", "/\tevil.example", "\\\\evil.example"];

    private static readonly Dictionary<string, ServicePlan> _plans = new()
    {
        ["DogLicence"] = DogLicenceServer.Plan,
        ["EmployerReimbursement"] = EmployerReimbursement.Hosting.ReimbursementService.Plan,
        ["HealthCertificate"] = HealthCertificate.Hosting.Composition.Plan,
    };

    private FreshServer? _fresh;

    public static TheoryData<string> Services => [.. _plans.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Whatever_is_asked_in_whatever_way_the_answer_keeps_the_rules(string service)
    {
        using var probe = await StartAsync(service);
        var (faults, asked) = (new List<string>(), 0);

        foreach (var path in await PathsAsync())
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND" })
            {
                var answer = await probe.SendAsync(method, path, headers: ("Origin", Evil));
                faults.AddRange(AnswerRules.Faults(answer));
                asked++;
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(60)));
        asked.Should().BeGreaterThan(100, "there are that many routes and methods");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Nobody_is_led_away_to_where_a_stranger_says(string service)
    {
        using var probe = await StartAsync(service);
        var faults = new List<string>();

        foreach (var path in await PathsAsync())
        {
            foreach (var address in _evilAddresses)
            {
                var query = string.Join('&', _redirectNames.Select(name => $"{name}={Uri.EscapeDataString(address)}"));
                var answer = await probe.GetAsync($"{path}?{query}");
                var leads = answer.Header("Location") is { } target && new Uri(answer.Address, target).Host is not ("localhost" or "127.0.0.1");
                if (leads || answer.Body.Contains($"href=\"{address}", StringComparison.OrdinalIgnoreCase) || answer.Body.Contains($"action=\"{address}", StringComparison.OrdinalIgnoreCase))
                    faults.Add($"{answer} leads to {address}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(60)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_form_of_a_foreign_page_changes_nothing(string service)
    {
        using var probe = await StartAsync(service);
        var taken = new List<string>();

        foreach (var path in await PathsAsync())
        {
            using var form = new FormUrlEncodedContent([new("Input.Name", "x"), new("SAMLResponse", "eA=="), new("state", "x"), new("code", "x"), new("logout_token", "x"), new("__RequestVerificationToken", "x")]);
            var answer = await probe.SendAsync("POST", path, form, ("Origin", Evil), ("Sec-Fetch-Site", "cross-site"));
            // Whoever is not logged in is led to the log-in, by a page with its request.
            if ((int)answer.Status is < 300 && !answer.Body.Contains("name=\"SAMLRequest\"", StringComparison.Ordinal))
                taken.Add(answer.ToString());
        }

        // Health checks and the page about a fault change nothing, whatever the method.
        taken.Where(static answer => !answer.Contains("/health", StringComparison.Ordinal) && !answer.Contains("/fehler/", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_of_somebody_who_is_logged_in_are_kept_nowhere()
    {
        await StartAsync("DogLicence");
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await browser.OpenAsync(new Uri(_fresh!.Server.Address, "/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        await browser.PressAsync("Hund jetzt online anmelden");
        await browser.LogInAsync(LogInWay.Broker, "Zoë");
        using var probe = new Probe(_fresh.Server.Address);
        var cookies = browser.CookiesFor(_fresh.Server.Address);

        var pages = new List<ProbeAnswer>();
        foreach (var path in browser.Trail.Where(address => address.Port == _fresh.Server.Address.Port).Select(address => address.AbsolutePath).Distinct())
            pages.Add(await probe.GetAsync(path, ("Cookie", cookies)));

        pages.Count(page => page.Body.Contains("zoe@buerger.example", StringComparison.Ordinal)).Should().BePositive("a page with a person is among them");
        pages.SelectMany(AnswerRules.Faults).Should().BeEmpty();
    }

    [Fact]
    public async Task Behind_a_proxy_with_https_cookies_never_go_over_http()
    {
        using var probe = await StartAsync("DogLicence", new() { ["Cluster:Proxies:0"] = "127.0.0.1" });

        var answer = await probe.GetAsync("/zustaendigkeit?leistung=99102013104000&ort=145220180180", ("X-Forwarded-Proto", "https"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Header("Strict-Transport-Security").Should().Be("max-age=31536000");
        answer.Cookies.Should().NotBeEmpty().And.AllSatisfy(static cookie => cookie.Should().Contain("; secure").And.MatchRegex("samesite=(lax|strict)"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_fresh is not null)
            await _fresh.DisposeAsync();
    }

    private async Task<IEnumerable<string>> PathsAsync() => [.. Surface.PathsOf(_fresh!.Server.Services), .. await Surface.LogInPathsOfAsync(_fresh.Server.Services)];

    private async Task<Probe> StartAsync(string service, Dictionary<string, string?>? settings = null)
    {
        var all = settings ?? [];
        all[$"{_plans[service].Section}:FormsPerMinute"] = "100000";
        all["Logging:LogLevel:Default"] = "None";
        _fresh = await FreshServer.StartAsync(all, Path.Combine(TestPaths.Root, "samples", service), plan: _plans[service]);
        return new Probe(_fresh.Server.Address);
    }
}
