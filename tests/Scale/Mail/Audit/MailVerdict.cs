using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>What the auditor says of a run.</summary>
/// <param name="IsClean">Whether every zero is zero and nearly all was delivered.</param>
/// <param name="Lines">As it printed them.</param>
internal sealed record MailVerdict(bool IsClean, IReadOnlyList<string> Lines)
{
    public IReadOnlyDictionary<string, double> Figures { get; } =
        Lines.Select(line => line.Split(' ')).ToDictionary(words => words[1].Split('.')[^1], words => double.Parse(words[2], CultureInfo.InvariantCulture));

    /// <summary>Zeros that are not zero.</summary>
    public IEnumerable<string> Reds => MailCounters.Zeros.Select(zero => zero.Name).Append(MailAuditor.PlainTextSeen).Where(name => Figures[name] > 0);

    public static async Task<MailVerdict> OfAsync(MailSite site, string serverFolder)
    {
        using var auditor = Process.Start(new ProcessStartInfo("dotnet", [typeof(MailAuditor).Assembly.Location, "mail-auditor"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await auditor.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new MailEvidence(site.Database, site.PostFolder, [site.Temporary, serverFolder], site.Canary)));
        var lines = (await auditor.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await auditor.WaitForExitAsync();
        return new MailVerdict(auditor.ExitCode == 0, lines);
    }

    public void Print()
    {
        foreach (var line in Lines)
            Console.WriteLine(line);
    }
}
