using System.Globalization;
using System.Text;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>The report as German spreadsheets open it: semicolons, decimal comma, UTF-8 with its mark, days as in ISO 8601. For its owner alone.</summary>
internal static class ReportCsv
{
    private static readonly string[] Titles = ["Tag", "Registrierung", "Kassenzeichen", "Vorgang", "Versuch", "Einordnung", "Zustand", "Betrag EUR", "Zahlungsmittel", "Bezahlt am"];

    public static async Task WriteAsync(IEnumerable<PaymentReportLine> lines, string path, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (var row in lines.Select(Row).Prepend(Titles))
            await file.WriteLineAsync(string.Join(';', row.Select(CsvCell.Write)).AsMemory(), cancellationToken);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static string[] Row(PaymentReportLine line) =>
    [
        GermanDay.Iso(line.Day),
        line.Attempt.Tenant,
        line.Attempt.TransactionReference ?? "",
        line.Attempt.Reference,
        line.Attempt.Attempt.ToString(CultureInfo.InvariantCulture),
        InGerman(line.Standing),
        line.Attempt.State.ToString(),
        Money.InGerman(line.Attempt.Amount),
        line.Attempt.Method?.ToString() ?? "",
        line.Attempt.PaidAt is { } paid ? GermanDay.Iso(GermanDay.Of(paid)) : "",
    ];

    private static string InGerman(PaymentStanding standing) => standing switch
    {
        PaymentStanding.Open => "offen",
        PaymentStanding.Unclear => "ungeklärt",
        PaymentStanding.Paid => "bezahlt",
        PaymentStanding.PaidLate => "verspätet bezahlt",
        PaymentStanding.PaidTwice => "doppelt bezahlt",
        PaymentStanding.Reversed => "zurückgebucht",
        PaymentStanding.Refunded => "erstattet",
        PaymentStanding.Orphaned => "auszubuchen",
        PaymentStanding.Unpaid => "unbezahlt",
        _ => standing.ToString(),
    };
}
