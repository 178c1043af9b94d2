using System.Globalization;
using BaseComponents.Tests.Scale.Web.Audit;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>Processor time that the nodes need for one journey, with one, two and three of them; nothing fails. And what of the machine everything else took, which says where the bottleneck is.</summary>
internal static class WebCost
{
    // The compiler of the runtime goes on for long; what it takes is no cost of a journey.
    private const int WarmUpPerNode = 100;

    public static async Task<int> RunAsync(int journeysPerNode)
    {
        var costs = new List<double>();
        var isClean = true;
        foreach (var nodes in new[] { 1, 2, 3 })
        {
            var journeys = journeysPerNode * nodes;
            var plan = WebPlan.Measure(nodes, journeys);
            await using var site = await WebSite.StartAsync(plan);
            var run = new WebRun(site, plan);
            await run.RunAsync(WarmUpPerNode * nodes);
            var verdict = await WebVerdict.OfAsync(site, run, alsoDatabaseFiles: false);
            isClean &= verdict.IsClean;
            costs.Add(run.NodesProcessor.TotalSeconds / journeys);
            Report($"{nodes}.cpu_s_per_journey", costs[^1]);
            Report($"{nodes}.journeys_per_s", journeys / run.Took.TotalSeconds);
            Report($"{nodes}.nodes_cores", run.NodesProcessor / (run.Took + run.Settled));
            Report($"{nodes}.sandbox_cores", run.SandboxProcessor / (run.Took + run.Settled));
            Report($"{nodes}.citizens_cores", run.OwnProcessor / (run.Took + run.Settled));
            foreach (var red in verdict.Reds)
                await Console.Error.WriteLineAsync($"not clean with {nodes} nodes: {red}");
        }

        Report("spread", costs.Max() / costs.Min() - 1);
        return isClean ? 0 : 1;
    }

    private static void Report(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT scale.web.cost.{name} {value:0.####}"));
}
