using System.Globalization;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Mail.Flaws;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary><c>mail [--quick] [--mails N] [--mutants] [--hold]</c>: a chaos run and what the auditor says of it, then the same with each guarantee taken away.</summary>
internal static class MailRuns
{
    public static async Task<int> RunAsync(string[] options)
    {
        using var server = await PostgreSqlServer.StartAsync() ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        if (options.Contains("--mutants"))
            return await MutantTable.RunAsync(server) ? 0 : 1;
        var plan = PlanOf(options);
        await using var site = await MailSite.OpenAsync(server.ConnectionString, plan);
        await new MailRun(site, plan).RunAsync();
        var verdict = await MailVerdict.OfAsync(site, server.Process.Folder.FullName);
        verdict.Print();
        if (options.Contains("--hold"))
            await HoldAsync(site);
        // A run that does not die at every named step proves less than it says.
        var isProven = verdict.IsClean && verdict.Figures["steps"] >= plan.Steps.Length;
        return isProven && (options.Contains("--quick") || await MutantTable.RunAsync(server)) ? 0 : 1;
    }

    private static MailPlan PlanOf(string[] options)
    {
        var plan = options.Contains("--quick") ? MailPlan.Quick : MailPlan.Long;
        var at = Array.IndexOf(options, "--mails");
        if (at < 0)
            return plan;
        var mails = int.Parse(options[at + 1], CultureInfo.InvariantCulture);
        return plan with { Mails = mails, Kills = Math.Max(1, mails / 17) };
    }

    // For whoever wants to look at the tables and count for himself.
    private static async Task HoldAsync(MailSite site)
    {
        Console.WriteLine($"The tables stay until a line is entered: {site.Database}");
        await Console.In.ReadLineAsync();
    }
}
