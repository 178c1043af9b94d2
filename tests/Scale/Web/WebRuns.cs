using System.Globalization;
using BaseComponents.Tests.Scale.Web.Audit;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>
/// <c>web [--quick] [--nodes N] [--journeys N] [--minutes N] [--mutant NAME] [--measure] [--hold]</c>: nodes of DogLicence behind nginx, citizens who use them while nodes are killed and dependencies fail, and what is said of it;
/// with <c>--measure</c> nothing fails, and what a journey costs is counted for one, two and three nodes.
/// </summary>
internal static class WebRuns
{
    public static async Task<int> RunAsync(string[] options)
    {
        if (options.Contains("--measure"))
            return await WebCost.RunAsync(Number(options, "--journeys") ?? 200);
        var plan = PlanOf(options);
        await using var site = await WebSite.StartAsync(plan);
        var run = new WebRun(site, plan);
        await run.RunAsync();
        var verdict = await WebVerdict.OfAsync(site, run);
        verdict.Print();
        foreach (var end in run.Ends.Where(end => !end.HasReceipt).Take(10))
            await Console.Error.WriteLineAsync($"without a receipt: {end.Canary}, {string.Join(", ", end.Numbers)}, ended at {end.LastPage}");
        if (options.Contains("--hold"))
            await HoldAsync(site);
        return verdict.IsClean ? 0 : 1;
    }

    private static WebPlan PlanOf(string[] options)
    {
        var at = Array.IndexOf(options, "--mutant");
        var plan = at >= 0 ? WebPlan.Mutant(Enum.Parse<WebFlaw>(options[at + 1])) : options.Contains("--quick") ? WebPlan.Quick : WebPlan.Long;
        return plan with { Nodes = Number(options, "--nodes") ?? plan.Nodes, Journeys = Number(options, "--journeys") ?? plan.Journeys, Longest = Minutes(options) ?? plan.Longest };
    }

    private static TimeSpan? Minutes(string[] options) => Number(options, "--minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    private static int? Number(string[] options, string name) =>
        Array.IndexOf(options, name) is var at and >= 0 ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : null;

    // For whoever wants to look for himself.
    private static async Task HoldAsync(WebSite site)
    {
        Console.WriteLine($"Everything stays until a line is entered: {site.Address}, {site.Database}, {site.Folder}, {site.Proxy.Folder}");
        await Console.In.ReadLineAsync();
    }
}
