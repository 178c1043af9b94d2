using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web.Chaos;

/// <summary>What happens to an installation while citizens use it: nodes are killed one after the other; stores are killed and come back; lines grow slow, are cut, go dead.</summary>
internal sealed class WebChaos(WebSite site, WebPlan plan)
{
    private static readonly TimeSpan AfterNode = TimeSpan.FromSeconds(2);

    // What waits for a line that was dead ends with its time limit; what is tried again later comes later.
    private static readonly TimeSpan AfterLine = TimeSpan.FromSeconds(6);
    private int _kills;
    private int _faults;

    public Troubles Troubles { get; } = new();

    public int Kills => _kills;

    public int Faults => _faults;

    /// <summary>Goes on until it is told to stop, and leaves everything running.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(KillAsync(stop), BreakAsync(stop));

    private async Task KillAsync(CancellationToken stop)
    {
        if (plan.KillEvery == TimeSpan.Zero)
            return;
        for (var turn = 0; _kills < plan.Kills && await CalmAsync(plan.KillEvery, stop); turn++)
        {
            var node = site.Nodes[turn % site.Nodes.Count];
            await Troubles.WhileAsync(node.Address, AfterNode, async () =>
            {
                await node.KillAsync();
                _kills++;
                await node.StartAsync();
            });
        }
    }

    private async Task BreakAsync(CancellationToken stop)
    {
        (string Cause, Func<Task> Work)[] faults =
        [
            ("redis", () => site.Stores.RestartRedisAsync(TimeSpan.FromSeconds(1))),
            ("postgresql", () => site.Stores.RestartPostgreSqlAsync(TimeSpan.FromSeconds(1))),
            ("postgresql", () => TurnAsync(site.PostgreSqlLine, LineState.Cut, 2)),
            ("payment", () => TurnAsync(site.PaymentLine, LineState.Cut, 3)),
            ("redis", () => TurnAsync(site.RedisLine, LineState.Dead, 4)),
            ("mail", () => TurnAsync(site.MailLine, LineState.Cut, 4)),
            ("postgresql", () => TurnAsync(site.PostgreSqlLine, LineState.Slow, 4)),
            ("payment", () => TurnAsync(site.PaymentLine, LineState.Dead, 6)),
            ("redis", () => TurnAsync(site.RedisLine, LineState.Cut, 2)),
            ("mail", () => TurnAsync(site.MailLine, LineState.Dead, 6)),
            ("postgresql", () => TurnAsync(site.PostgreSqlLine, LineState.Dead, 5)),
            ("redis", () => TurnAsync(site.RedisLine, LineState.Slow, 4)),
            ("payment", () => TurnAsync(site.PaymentLine, LineState.Slow, 4)),
        ];
        while (_faults < plan.Faults && await CalmAsync(plan.CalmBetween, stop))
        {
            var (cause, work) = faults[_faults % faults.Length];
            await Troubles.WhileAsync(cause, AfterLine, work);
            _faults++;
        }
    }

    private static async Task TurnAsync(FaultProxy line, LineState state, int seconds)
    {
        line.Turn(state);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        line.Turn(LineState.Good);
    }

    private static async Task<bool> CalmAsync(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
