using System.Globalization;

namespace DogLicence.Registration;

/// <summary>A date as it was typed: three texts, each with a field of its own.</summary>
/// <param name="Prefix">What the names of the three fields begin with.</param>
/// <param name="Label">What messages begin with.</param>
internal sealed record TypedDate(string Prefix, string Label, string? DayText, string? MonthText, string? YearText)
{
    public string Day => Prefix + "Day";

    public string Month => Prefix + "Month";

    public string Year => Prefix + "Year";

    public string[] All => [Day, Month, Year];

    public Message Say(Message message) => $"{Label}: {message}";

    /// <summary>The date, or null with one message at the first part that is wrong.</summary>
    public DateOnly? Read(FieldErrors errors)
    {
        if (Part(errors, Day, "den Tag", DayText, 1, 31, "Der Tag ist eine Zahl von 1 bis 31.") is not { } day
            || Part(errors, Month, "den Monat", MonthText, 1, 12, "Der Monat ist eine Zahl von 1 bis 12.") is not { } month
            || Part(errors, Year, "das Jahr", YearText, 1900, 9999, "Bitte geben Sie das Jahr mit vier Ziffern ein.") is not { } year)
            return null;
        if (day <= DateTime.DaysInMonth(year, month))
            return new DateOnly(year, month, day);
        errors.Add(Day, Say("Dieses Datum gibt es nicht. Bitte prüfen Sie Tag und Monat."), All);
        return null;
    }

    private int? Part(FieldErrors errors, string field, string name, string? text, int minimum, int maximum, string rule)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(field, Say($"Bitte geben Sie {name} ein."));
        else if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            return number;
        else
            errors.Add(field, Say(rule));
        return null;
    }
}
