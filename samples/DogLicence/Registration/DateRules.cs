using System.Globalization;

namespace DogLicence.Registration;

/// <summary>Rules for dates typed into three small fields.</summary>
public static class DateRules
{
    /// <summary>Month and year of birth, with the day where it is known; not in the future and not older than any dog.</summary>
    public static DogBirth? Birth(this FieldErrors errors, DogForm form, DateOnly today)
    {
        var noDay = string.IsNullOrWhiteSpace(form.BirthDay);
        if (Date(noDay ? "1" : form.BirthDay, form.BirthMonth, form.BirthYear) is not { } date)
            errors.Add(nameof(form.BirthMonth), "Geburt des Hundes: Bitte geben Sie Monat und Jahr in Ziffern ein, den Tag nur, wenn Sie ihn wissen.");
        else if (date > today)
            errors.Add(nameof(form.BirthMonth), "Geburt des Hundes: Das Datum liegt in der Zukunft.");
        else if (date.Year < today.Year - 35)
            errors.Add(nameof(form.BirthYear), "Geburt des Hundes: Bitte prüfen Sie das Jahr.");
        else
            return new DogBirth(date.Year, date.Month, noDay ? null : date.Day);
        return null;
    }

    /// <summary>The day the dog came into the household: after its birth, and not later than today.</summary>
    public static DateOnly? Arrival(this FieldErrors errors, DogForm form, DogBirth? birth, DateOnly today)
    {
        if (Date(form.ArrivedDay, form.ArrivedMonth, form.ArrivedYear) is not { } date)
            errors.Add(nameof(form.ArrivedDay), "Im Haushalt seit: Bitte geben Sie Tag, Monat und Jahr in Ziffern ein.");
        else if (date > today)
            errors.Add(nameof(form.ArrivedDay), "Im Haushalt seit: Das Datum liegt in der Zukunft. Melden Sie den Hund an, sobald er bei Ihnen lebt.");
        else if (birth is not null && date < new DateOnly(birth.Year, birth.Month, birth.Day ?? 1))
            errors.Add(nameof(form.ArrivedDay), "Im Haushalt seit: Das Datum liegt vor der Geburt des Hundes.");
        else
            return date;
        return null;
    }

    private static DateOnly? Date(string? day, string? month, string? year) =>
        Number(day, 1, 31) is { } d && Number(month, 1, 12) is { } m && Number(year, 1900, 9999) is { } y && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    private static int? Number(string? text, int minimum, int maximum) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum ? number : null;
}
