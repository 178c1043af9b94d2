using System.Globalization;

namespace MunicipalService.Documents;

/// <summary>Dates as Germans write them, complete or not.</summary>
public static class GermanDate
{
    public static string Of(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date of which registers may know a part only (ISO 8601): <c>1970-08</c> becomes <c>08.1970</c>.</summary>
    public static string Partial(string date) => string.Join('.', date.Split('-').Reverse());

    /// <summary>Date and time in Germany, to the minute.</summary>
    public static string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Berlin).ToString("dd.MM.yyyy, HH:mm 'Uhr'", CultureInfo.InvariantCulture);

    /// <summary>The date in Germany at that moment: what a form is checked against.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Berlin).DateTime);

    /// <summary>The time zone of Germany.</summary>
    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}
