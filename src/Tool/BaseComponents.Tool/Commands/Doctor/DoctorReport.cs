using System.Text.Json;

namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>Prints what was found: for people the worst last, for scripts as JSON.</summary>
internal static class DoctorReport
{
    private static readonly string[] Order = [DoctorFinding.Ok, DoctorFinding.Skipped, DoctorFinding.Warning, DoctorFinding.Error];
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static int Print(IReadOnlyList<DoctorFinding> findings, bool asJson)
    {
        var worst = findings.Select(static finding => finding.Severity).MaxBy(static severity => Array.IndexOf(Order, severity)) ?? DoctorFinding.Ok;
        var exit = worst switch
        {
            DoctorFinding.Error => ExitCodes.Findings,
            DoctorFinding.Warning => ExitCodes.Warnings,
            _ => ExitCodes.Good,
        };
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new { Version = 1, Healthy = exit == ExitCodes.Good, Findings = findings }, Form));
        else
            Print(findings);
        return exit;
    }

    private static void Print(IReadOnlyList<DoctorFinding> findings)
    {
        foreach (var finding in findings.OrderBy(static finding => Array.IndexOf(Order, finding.Severity)))
        {
            var who = finding.Tenant.Length == 0 ? finding.Component : $"{finding.Component} {finding.Tenant}";
            Console.WriteLine(Columns.Visible($"{finding.Severity,-7}  {who}: {finding.Code}: {finding.Subject}: {finding.Found}"));
            if (finding.Action.Length > 0)
                Console.WriteLine(Columns.Visible($"         {finding.Action} ({finding.Docs})"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Join(", ", Order.Select(severity => $"{findings.Count(finding => finding.Severity == severity)} {severity}")));
    }
}
