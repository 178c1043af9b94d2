using System.CommandLine;
using System.Globalization;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments report</c>: the books of some days, by day, registration and Kassenzeichen.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var from = GermanDay.Option("--from", "First day", required: true);
        var to = GermanDay.Option("--to", "Last day", required: true);
        var csv = new Option<string?>("--csv") { Description = "File to write the lines to, for German spreadsheets." };
        var command = new Command("report", "Reports the attempts of some days with their sums, and the Kassenzeichen to write off.") { from, to, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) > result.GetValue(to))
                result.AddError("--to lies before --from.");
        });
        return TreasuryOptions.Complete(command, decides: null, (treasury, result, cancellationToken) =>
            RunAsync(treasury, result.GetValue(from)!.Value, result.GetValue(to)!.Value, result.GetValue(csv), cancellationToken));
    }

    private static async Task<int> RunAsync(Treasury treasury, DateOnly from, DateOnly to, string? csv, CancellationToken cancellationToken)
    {
        var lines = new List<PaymentReportLine>();
        foreach (var registration in treasury.Registrations)
            lines.AddRange((await treasury.Of(registration).ReportAsync(from, to, cancellationToken)).Lines);
        // Stable: within a day and registration the Kassenzeichen keep their sequence.
        PaymentReportLine[] sorted = [.. lines.OrderBy(static line => line.Day)];
        Print(sorted);
        if (csv is not null)
            await ReportCsv.WriteAsync(sorted, csv, cancellationToken);
        return ExitCodes.Good;
    }

    private static void Print(PaymentReportLine[] lines)
    {
        PrintLines(lines);
        Console.WriteLine();
        var sums = new Columns("STANDING", "NUMBER", "EUR");
        foreach (var standing in lines.GroupBy(static line => line.Standing).OrderBy(static group => group.Key))
            sums.Add(standing.Key.ToString(), standing.Count().ToString(CultureInfo.InvariantCulture), Money.OnScreen(Euro.Sum(standing.Select(static line => line.Attempt.Amount))));
        sums.Print();
        PaymentReportLine[] orphaned = [.. lines.Where(static line => line.Standing is PaymentStanding.Orphaned)];
        if (orphaned.Length == 0)
            return;
        Console.WriteLine();
        Console.WriteLine("To be written off: nobody paid, and the books expect money for these Kassenzeichen.");
        PrintLines(orphaned);
    }

    private static void PrintLines(IEnumerable<PaymentReportLine> lines)
    {
        var table = new Columns("DAY", "REGISTRATION", "KASSENZEICHEN", "REFERENCE", "ATTEMPT", "STANDING", "EUR");
        foreach (var (day, standing, attempt) in lines)
            table.Add(GermanDay.Iso(day), attempt.Tenant, attempt.TransactionReference ?? "", attempt.Reference, attempt.Attempt.ToString(CultureInfo.InvariantCulture), standing.ToString(), Money.OnScreen(attempt.Amount));
        table.Print();
    }
}
