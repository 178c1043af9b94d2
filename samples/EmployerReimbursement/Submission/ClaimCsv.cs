using System.Text;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;

namespace EmployerReimbursement.Submission;

/// <summary>The application as a table, a row for each absence: semicolons and a byte order mark, as German spreadsheets expect it.</summary>
public static class ClaimCsv
{
    private static readonly string[] Columns =
    [
        "Vorgangsnummer", "Arbeitgeber", "IBAN", "Angehörige oder Angehöriger", "Feuerwehr", "Art", "Beginn", "Ende", "Minuten",
        "Entgelt je Stunde", "Arbeitgeberanteil je Stunde", "Entgelt", "Arbeitgeberanteil", "Betrag",
    ];

    public static byte[] Write(OpenClaim open)
    {
        var rows = open.Content.Absences.Select(absence => Cells(open, absence)).Prepend(Columns).Select(cells => string.Join(';', cells.Select(CsvCell.Of)) + "\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Concat(rows))];
    }

    private static string[] Cells(OpenClaim open, Absence absence)
    {
        var claim = open.Content;
        return
        [
            open.Row.Number, claim.Applicant!.Name, claim.Iban!, claim.Employee!, claim.FireBrigade!, ClaimSheet.NameOf(absence.Duty), Moment(absence.Begin), Moment(absence.End), $"{absence.Minutes}",
            .. new[] { absence.GrossPerHour, absence.EmployerSharePerHour, absence.Pay.Amount, absence.EmployerShare.Amount, absence.Amount.Amount }.Select(amount => amount.ToString("0.00", ClaimSheet.German)),
        ];
    }

    private static string Moment(DateTime local) => local.ToString("dd.MM.yyyy HH:mm", ClaimSheet.German);
}
