using System.Diagnostics;
using BaseComponents.Tests.Scale.Web.Chaos;
using BaseComponents.Tests.Scale.Web.Journeys;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>Citizens walk the whole way, so many at once, while things happen to the installation; then what is under way may come to its end.</summary>
internal sealed class WebRun(WebSite site, WebPlan plan)
{
    private readonly CaseBook _book = new();
    private readonly List<JourneyEnd> _ends = [];
    private readonly WebChaos _chaos = new(site, plan);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _begun;

    public IReadOnlyList<JourneyEnd> Ends => _ends;

    public WebChaos Chaos => _chaos;

    public TimeSpan Took { get; private set; }

    /// <summary>How long it took after that until the last mail was out: what the nodes had not handed over yet.</summary>
    public TimeSpan Settled { get; private set; }

    /// <summary>Mails whose answer was lost so often that a person had to decide.</summary>
    public int Held { get; private set; }

    /// <summary>Processor time of all nodes, where none was killed.</summary>
    public TimeSpan NodesProcessor { get; private set; }

    public TimeSpan SandboxProcessor { get; private set; }

    public TimeSpan OwnProcessor { get; private set; }

    /// <param name="warmUp">Citizens who come before anything is counted.</param>
    public async Task RunAsync(int warmUp = 0)
    {
        await ArriveAsync(warmUp);
        _ends.Clear();
        foreach (var node in site.Nodes)
            node.Count();
        var (since, sandbox, own) = (Stopwatch.StartNew(), site.SandboxProcessor, Process.GetCurrentProcess().TotalProcessorTime);
        using var over = new CancellationTokenSource();
        var chaos = _chaos.RunAsync(over.Token);
        await ArriveAsync(plan.Journeys);
        await over.CancelAsync();
        await chaos;
        Took = since.Elapsed;
        Held = await Settling.WaitAsync(site, plan, _ends);
        Settled = since.Elapsed - Took;
        (SandboxProcessor, OwnProcessor) = (site.SandboxProcessor - sandbox, Process.GetCurrentProcess().TotalProcessorTime - own);
        if (plan.KillEvery == TimeSpan.Zero)
            NodesProcessor = site.Nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.Processor);
    }

    private Task ArriveAsync(int journeys)
    {
        var last = _begun + journeys;
        return Task.WhenAll(Enumerable.Range(0, plan.AtOnce).Select(_ => ComeAsync(last)));
    }

    private async Task ComeAsync(int last)
    {
        for (var number = Interlocked.Increment(ref _begun); number <= last && _clock.Elapsed < plan.Longest; number = Interlocked.Increment(ref _begun))
        {
            using var citizen = new WebCitizen(site, Canary.Of(number), _book, plan, new Random(plan.Seed + number));
            var end = await citizen.WalkAsync();
            lock (_ends)
                _ends.Add(end);
            if (number % 500 == 0)
                await Console.Error.WriteLineAsync($"{DateTime.Now:T} {number} journeys; {_chaos.Kills} kills; {_chaos.Faults} faults");
        }

        // Whoever was one too far gives the number back.
        Interlocked.Decrement(ref _begun);
    }
}
