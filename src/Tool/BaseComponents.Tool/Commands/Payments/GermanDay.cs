using System.CommandLine;
using System.Globalization;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Days of the calendar in Germany.</summary>
internal static class GermanDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static Option<DateOnly?> Option(string name, string description, bool required = false) => new(name)
    {
        Description = $"{description} (YYYY-MM-DD, Europe/Berlin).",
        Required = required,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} is a day such as 2027-01-31.");
            return null;
        },
    };

    public static DateTimeOffset? StartOf(DateOnly? day)
    {
        if (day?.ToDateTime(TimeOnly.MinValue) is not { } midnight)
            return null;
        return new DateTimeOffset(midnight, Berlin.GetUtcOffset(midnight));
    }

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Berlin).DateTime);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
