using System.Net.Http.Json;
using BaseComponents.Tests.Scale.Web.Audit;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>The run in small: two nodes behind nginx, one of which is killed, while the stores fail. And that it fails where it should.</summary>
public sealed class WebChaosTests
{
    [Fact]
    public async Task Nobody_is_lost_pays_twice_or_sees_somebody_else_whoever_is_killed()
    {
        var verdict = await RunAsync(WebPlan.Quick);

        verdict.Reds.Should().BeEmpty();
        (verdict.Figures["journeys"], verdict.Figures["receipts"], verdict.Figures["kills"]).Should().Be((WebPlan.Quick.Journeys, WebPlan.Quick.Journeys, 1));
        verdict.Figures["redis_sessions"].Should().BePositive();
    }

    [Fact]
    public async Task A_page_that_the_proxy_shows_to_all_is_noticed()
    {
        var verdict = await RunAsync(WebPlan.Mutant(WebFlaw.PagesCached));

        verdict.Reds.Should().Contain("sessions_mixed");
    }

    [Fact]
    public async Task Mails_whose_answer_is_lost_twice_wait_for_the_operator_who_finds_them_at_the_mail_server()
    {
        // The mails to the office about two citizens, each sent twice: the server has all of them and says so to nobody. The confirmations come after these.
        var verdict = await RunAsync(WebPlan.Mutant(WebFlaw.None) with { Journeys = 2, AtOnce = 2, Settling = TimeSpan.FromMinutes(1) }, new { name = "mail.drop-after-dot", times = 4 });

        verdict.Reds.Should().BeEmpty();
        (verdict.Figures["mails_held"], verdict.Figures["mails"], verdict.Figures["mails_again"]).Should().Be((2, 6, 2));
    }

    private static async Task<WebVerdict> RunAsync(WebPlan plan, object? fault = null)
    {
        Assert.SkipWhen(Nginx.Program is null, "nginx is not installed.");
        await using var site = await WebSite.StartAsync(plan);
        if (fault is not null)
        {
            using var http = new HttpClient();
            (await http.PostAsJsonAsync(new Uri(site.Sandbox, "/_sandbox/faults"), fault)).EnsureSuccessStatusCode();
        }

        var run = new WebRun(site, plan);
        await run.RunAsync();
        return await WebVerdict.OfAsync(site, run);
    }
}
