using System.Globalization;
using BaseComponents.Payments;

namespace EmployerReimbursement.Claims;

/// <summary>The application as people read it on the pages.</summary>
public static class ClaimSheet
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static IReadOnlyList<SheetSection> Of(Claim claim) =>
    [
        new("Arbeitgeber", [.. ApplicantLines(claim.Applicant!), new("Konto für die Erstattung", Masked(claim.Iban!))]),
        new("Feuerwehr", [new("Angehörige oder Angehöriger", claim.Employee!), new("Feuerwehr", claim.FireBrigade!), new("Ort", claim.PlaceName), new("Zuständige Stelle", claim.OfficeName)]),
        new("Zeiten und Beträge", [.. claim.Absences.Select(absence => new SheetLine(TimeOf(absence), $"{Describe(absence)} = {Money(absence.Amount)}")), new("Summe", Money(claim.Total))]),
    ];

    public static IReadOnlyList<SheetLine> ApplicantLines(Applicant applicant) =>
    [
        new("Name", applicant.Name),
        .. applicant.RegisterNumber is null ? Array.Empty<SheetLine>() : [new SheetLine("Register", string.Join(", ", new[] { applicant.RegisterNumber, applicant.RegisterCourt }.OfType<string>()))],
        new("Anschrift", applicant.AddressLines.Count > 0 ? string.Join(", ", applicant.AddressLines) : "nicht übermittelt"),
        new("Handelnde Person", applicant.ActingPerson),
    ];

    /// <summary>Such as <c>05.03.2026, 22:30 bis 01:15 Uhr am folgenden Tag</c>.</summary>
    public static string TimeOf(Absence absence) => string.Create(German,
        $"{GermanDate.Of(absence.Date)}, {absence.From:HH:mm} bis {absence.Until:HH:mm} Uhr{(absence.EndsNextDay ? " am folgenden Tag" : "")}");

    public static string Describe(Absence absence) => string.Create(German,
        $"{NameOf(absence.Duty)}, {absence.Minutes / 60} Std. {absence.Minutes % 60:00} Min.: Entgelt {Money(absence.Pay)} + Arbeitgeberanteil {Money(absence.EmployerShare)}");

    public static string NameOf(Duty duty) => duty switch
    {
        Duty.Deployment => "Einsatz",
        Duty.Exercise => "Übung",
        _ => "Aus- oder Fortbildung",
    };

    public static string Money(Euro amount) => amount.ToString(null, German);

    /// <summary>Enough to recognise one's own account, too little for anybody else.</summary>
    public static string Masked(string iban) => $"{iban[..4]} … {iban[^4..]}";
}
