using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Payments.Audit;

/// <summary>What the auditor says of a run.</summary>
/// <param name="IsClean">Whether every zero is zero and nearly all orders are settled.</param>
/// <param name="Figures">By the last part of their names.</param>
internal sealed record Verdict(bool IsClean, IReadOnlyDictionary<string, double> Figures)
{
    public static async Task<Verdict> OfAsync(Site site)
    {
        using var auditor = Process.Start(new ProcessStartInfo("dotnet", [typeof(Auditor).Assembly.Location, "payments-auditor"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await auditor.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Evidence(site.Database, site.Sandbox)));
        var lines = (await auditor.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await auditor.WaitForExitAsync();
        foreach (var line in lines)
            Console.WriteLine(line);
        var figures = lines.Select(line => line.Split(' ')).ToDictionary(words => words[1].Split('.')[^1], words => double.Parse(words[2], CultureInfo.InvariantCulture));
        return new Verdict(auditor.ExitCode == 0, figures);
    }
}
