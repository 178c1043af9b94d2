namespace BaseComponents.Tests.Scale.Eid.Flood;

public sealed class FloodTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Genuine_log_ins_go_on_under_a_flood_of_forged_answers()
    {
        var count = await FloodRun.RunAsync(sandbox.Server, connections: 16, TimeSpan.FromSeconds(6));

        count.ForgedPosts.Should().BeGreaterThan(100);
        count.ForgedDecrypted.Should().BeGreaterThan(20);
        count.ForgedAccepted.Should().Be(0);
        count.GenuineFailed.Should().Be(0);
        count.GenuineSucceeded.Should().BeGreaterThan(3);
        count.GenuineMedian.Should().BeLessThan(3000);
    }

    [Fact]
    public async Task Whoever_is_turned_away_for_a_moment_still_logs_in()
    {
        var count = await FloodRun.RunAsync(
            sandbox.Server, connections: 16, TimeSpan.FromSeconds(6), ("BaseComponents:Eid:BundId:MaxConcurrentAnswers", "1"), ("BaseComponents:Eid:BundId:MaxWaitingAnswers", "0"));

        count.ForgedTurnedAway.Should().BePositive();
        (count.ForgedAccepted, count.GenuineFailed).Should().Be((0, 0));
        count.GenuineSucceeded.Should().BePositive();
    }
}
