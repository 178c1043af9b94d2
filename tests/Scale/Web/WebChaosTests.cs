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

    private static async Task<WebVerdict> RunAsync(WebPlan plan)
    {
        Assert.SkipWhen(Nginx.Program is null, "nginx is not installed.");
        await using var site = await WebSite.StartAsync(plan);
        var run = new WebRun(site, plan);
        await run.RunAsync();
        return await WebVerdict.OfAsync(site, run);
    }
}
