using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Mail.Flaws;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>A small run for each guarantee that is taken away: which figure says so.</summary>
internal static class MutantTable
{
    public static readonly IReadOnlyDictionary<MailFlaw, string> Reds = new Dictionary<MailFlaw, string>
    {
        [MailFlaw.LeaseNotCompared] = "duplicates_outside_gap",
        [MailFlaw.EndNotWritten] = "duplicates_outside_gap",
        [MailFlaw.AmbiguousSentAgain] = "duplicates_outside_gap",
        [MailFlaw.StoredAtOnce] = "without_case",
        [MailFlaw.PlainText] = "plaintext_seen",
    };

    /// <returns>Whether each one turned its figure red.</returns>
    public static async Task<bool> RunAsync(PostgreSqlServer server)
    {
        var areAllRed = true;
        Console.WriteLine("| Taken away | Figure | Value | Other figures that are not zero |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (flaw, red) in Reds)
        {
            var verdict = await JudgeAsync(server.ConnectionString, server.Process.Folder.FullName, flaw);
            areAllRed &= verdict.Figures[red] > 0;
            Console.WriteLine($"| {flaw} | {red} | {verdict.Figures[red]} | {string.Join(", ", verdict.Reds.Where(name => name != red))} |");
        }

        return areAllRed;
    }

    public static async Task<MailVerdict> JudgeAsync(string server, string folder, MailFlaw flaw)
    {
        var plan = MailPlan.Small(flaw);
        await using var site = await MailSite.OpenAsync(server, plan);
        await new MailRun(site, plan).RunAsync();
        // The cluster keeps what earlier runs have written; only their canary was another one.
        return await MailVerdict.OfAsync(site, folder);
    }
}
