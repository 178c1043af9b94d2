using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;

namespace EmployerReimbursement.Claims;

/// <summary>Rules for single fields, beside those that all services have. Each returns the value, or adds a message and returns null.</summary>
public static class EntryRules
{
    // Against slips of the keyboard, not a rule of law.
    private const int OldestYears = 5;
    private const decimal MostPerHour = 1000m;

    /// <summary>A day in German order, not after today.</summary>
    public static DateOnly? Day(this FieldErrors errors, string field, string? raw, string label, DateOnly today)
    {
        if (!DateOnly.TryParseExact(raw?.Trim(), "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            errors.Add(field, $"{label}: Bitte geben Sie Tag, Monat und Jahr ein, zum Beispiel 05.03.2026.");
        else if (day > today || day < today.AddYears(-OldestYears))
            errors.Add(field, $"{label}: Bitte prüfen Sie das Datum. Es liegt in der Zukunft oder mehr als {OldestYears} Jahre zurück.");
        else
            return day;
        return null;
    }

    /// <summary>A time of day, to the minute.</summary>
    public static TimeOnly? Time(this FieldErrors errors, string field, string? raw, string label)
    {
        if (TimeOnly.TryParseExact(raw?.Trim(), ["H:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        errors.Add(field, $"{label}: Bitte geben Sie die Uhrzeit von 0:00 bis 23:59 ein, zum Beispiel 8:30.");
        return null;
    }

    /// <summary>Euro per hour in German notation.</summary>
    public static Euro? PerHour(this FieldErrors errors, string field, string? raw, string label, bool allowsNothing)
    {
        if (!Euro.TryParse(raw?.Trim().TrimEnd('€').TrimEnd(), ClaimSheet.German, out var amount))
            errors.Add(field, $"{label}: Bitte geben Sie den Betrag in Euro mit höchstens zwei Stellen nach dem Komma ein, zum Beispiel 23,50.");
        else if (amount.Amount > MostPerHour || (amount == Euro.Zero && !allowsNothing))
            errors.Add(field, $"{label}: Bitte prüfen Sie den Betrag. Möglich sind {(allowsNothing ? "0,00" : "0,01")} € bis {MostPerHour.ToString("N2", ClaimSheet.German)} €.");
        else
            return amount;
        return null;
    }

    /// <summary>An account that money can be sent to.</summary>
    public static Iban? Account(this FieldErrors errors, string field, string? raw)
    {
        if (Iban.TryParse(raw?.Trim(), out var iban))
            return iban;
        errors.Add(field, string.IsNullOrWhiteSpace(raw)
            ? "IBAN: Bitte geben Sie das Konto an, auf das erstattet werden soll."
            : "IBAN: Diese IBAN ist nicht richtig. Bitte prüfen Sie jede Stelle, zum Beispiel auf einem Kontoauszug.");
        return null;
    }
}
