using System.Globalization;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Moments as the treasury's clock shows them, whatever the server's own time zone is.</summary>
internal static class BerlinTime
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string ForRest(DateTimeOffset moment) => In(moment).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    public static string ForSoap(DateTimeOffset moment) => In(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset In(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Berlin);
}
