using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Quality;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary><c>basecomponents authorities check</c>: what an editor should mend in the data.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions _form = new() { WriteIndented = true };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints the findings as JSON." };
        var command = new Command("check", "Looks through the data for missing accounts and addresses, two units for one matter, gaps, dead ends and what has expired. Ends with 1 where there is a finding, with 2 where the data cannot be read.") { json };
        return AuthoritySettingsOptions.Complete(command, async (services, result, cancellationToken) =>
        {
            var directory = services.GetRequiredService<IAuthorityDirectory>();
            var report = await directory.CheckQualityAsync(cancellationToken);
            var skipped = (await directory.GetStatusAsync(cancellationToken)).Findings;
            if (result.GetValue(json))
                PrintJson(report, skipped);
            else
                Print(report, skipped);
            return report.IsClean ? ExitCodes.Good : ExitCodes.Findings;
        });
    }

    private static void PrintJson(QualityReport report, IReadOnlyList<DeliveryFinding> skipped) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            loadedAt = report.Data?.LoadedAt,
            counts = report.Counts.OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
            findings = report.Findings.Select(finding => new { kind = finding.Kind.ToString(), subjects = finding.Subjects, message = finding.Message }),
            skippedObjects = report.SkippedObjects,
            skipped = skipped.Select(finding => new { source = finding.Source, element = finding.Element, id = finding.Id, problem = finding.Problem }),
        },
        _form));

    private static void Print(QualityReport report, IReadOnlyList<DeliveryFinding> skipped)
    {
        foreach (var finding in report.Findings)
            Console.WriteLine(Columns.Visible($"{finding.Kind}: {finding.Message} [{string.Join(", ", finding.Subjects)}]"));
        foreach (var finding in skipped)
            Console.WriteLine(Columns.Visible($"Skipped: {finding.Element} {finding.Id} of {finding.Source}: {finding.Problem}"));
        if (report.IsClean)
            Console.WriteLine("Nothing found that an editor should mend.");
        else
            PrintCounts(report);
    }

    private static void PrintCounts(QualityReport report)
    {
        Console.WriteLine();
        var counts = new Columns("KIND", "NUMBER");
        foreach (var (kind, number) in report.Counts.OrderBy(pair => pair.Key))
            counts.Add(kind.ToString(), number.ToString(CultureInfo.InvariantCulture));
        if (report.SkippedObjects > 0)
            counts.Add("Skipped", report.SkippedObjects.ToString(CultureInfo.InvariantCulture));
        counts.Print();
    }
}
