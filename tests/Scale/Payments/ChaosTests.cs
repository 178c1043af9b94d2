using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Payments.Audit;
using BaseComponents.Tests.Scale.Payments.Flaws;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary>The chaos run in small, and that it fails where it should: the counters rise for a coordinator that lacks what makes it safe.</summary>
public sealed class ChaosTests(PostgreSqlPeer server) : IClassFixture<PostgreSqlPeer>
{
    [Fact]
    public async Task Nothing_is_paid_twice_lost_or_fulfilled_wrongly_whoever_is_killed()
    {
        var verdict = await RunAsync(Flaw.None);

        verdict.Figures.Should().Contain(new Dictionary<string, double>
        {
            ["double_payments"] = 0,
            ["paid_but_unknown"] = 0,
            ["fulfilled_twice"] = 0,
            ["fulfilled_unpaid"] = 0,
            ["lost"] = 0,
            ["unknown_elsewhere"] = 0,
        });
        verdict.Figures["settled_share"].Should().BeGreaterThanOrEqualTo(0.99);
        verdict.Figures["paid"].Should().BeGreaterThan(80);
        verdict.Figures["kills"].Should().BeGreaterThanOrEqualTo(8);
        verdict.IsClean.Should().BeTrue();
    }

    [Fact]
    public async Task Without_an_intent_payments_get_lost()
    {
        var verdict = await RunAsync(Flaw.WithoutIntent);

        verdict.Figures["lost"].Should().BeGreaterThan(0);
        verdict.IsClean.Should().BeFalse();
    }

    [Fact]
    public async Task With_a_new_request_id_for_each_call_and_the_intent_after_it_citizens_pay_twice()
    {
        var verdict = await RunAsync(Flaw.IntentAfterCall);

        verdict.Figures["double_payments"].Should().BeGreaterThan(0);
        verdict.Figures["paid_but_unknown"].Should().BeGreaterThan(0);
        verdict.Figures["lost"].Should().BeGreaterThan(0);
        verdict.IsClean.Should().BeFalse();
    }

    private async Task<Verdict> RunAsync(Flaw flaw)
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        await using var site = await Site.OpenAsync(server.ConnectionString);
        await new ChaosRun(site, ChaosPlan.Small(flaw)).RunAsync();
        return await Verdict.OfAsync(site);
    }
}
