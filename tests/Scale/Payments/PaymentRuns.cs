using System.Globalization;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Payments.Audit;
using BaseComponents.Tests.Scale.Payments.Flaws;
using BaseComponents.Tests.Scale.Payments.Workers;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary><c>payments [--quick] [--orders N] [--without-intent | --intent-after-call] [--hold]</c>: one chaos run and what the auditor says of it.</summary>
internal static class PaymentRuns
{
    public static async Task<int> RunAsync(string[] options)
    {
        var plan = PlanOf(options);
        using var server = await PostgreSqlServer.StartAsync() ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        await using var site = await Site.OpenAsync(server.ConnectionString);
        await new ChaosRun(site, plan).RunAsync();
        var verdict = await Verdict.OfAsync(site);
        if (options.Contains("--hold"))
            await HoldAsync(site);
        // A run that kills at no named step proves less than it says.
        return verdict.IsClean && verdict.Figures["steps"] >= Steps.All.Count() ? 0 : 1;
    }

    private static ChaosPlan PlanOf(string[] options)
    {
        var plan = options.Contains("--quick") ? ChaosPlan.Quick : ChaosPlan.Quick with { Orders = 20_000, Kills = 400 };
        if (options.Contains("--without-intent"))
            plan = ChaosPlan.Small(Flaw.WithoutIntent);
        if (options.Contains("--intent-after-call"))
            plan = ChaosPlan.Small(Flaw.IntentAfterCall);
        var at = Array.IndexOf(options, "--orders");
        if (at < 0)
            return plan;
        var orders = int.Parse(options[at + 1], CultureInfo.InvariantCulture);
        return plan with { Orders = orders, Kills = Math.Max(1, orders / 40) };
    }

    // For whoever wants to look at the tables and count for himself.
    private static async Task HoldAsync(Site site)
    {
        Console.WriteLine($"The tables stay until a line is entered: {site.Database}");
        await Console.In.ReadLineAsync();
    }
}
