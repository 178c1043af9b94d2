using System.Globalization;
using BaseComponents.SecureMail;
using SpecialistProcedure.Cases;

namespace SpecialistProcedure.Answers;

/// <summary>The answer to the portal that a case was booked (Eingangsbestätigung); encrypted for whoever signed the case. Its key makes it one answer to a case, however often it is written.</summary>
public static class Acknowledgement
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    public static SecureMessage Write(BookedCase booked) => new()
    {
        To = [booked.Sender],
        Subject = $"Eingang bestätigt, Vorgang {booked.Number}",
        Text = $"""
            Guten Tag,

            der Vorgang {booked.Number} ist eingegangen, geprüft und gebucht.

            Zuständigkeit: {InGerman(booked.Jurisdiction)}
            Bezahlt laut Antrag: {booked.Amount.ToString("0.00", _german)} €
            Kassenzeichen: {booked.PaymentReference ?? "nicht angegeben"}
            """,
        Key = $"{booked.Number}/acknowledgement",
    };

    public static string InGerman(JurisdictionCheck check) => check switch
    {
        JurisdictionCheck.Confirmed => "bestätigt",
        JurisdictionCheck.OtherOffice => "liegt bei einer anderen Stelle, der Vorgang wird abgegeben",
        JurisdictionCheck.Unclear => "nicht eindeutig, wird von Hand geprüft",
        _ => "wird von Hand geprüft",
    };
}
