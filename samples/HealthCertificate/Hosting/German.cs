using System.Globalization;

namespace HealthCertificate.Hosting;

/// <summary>Times and money as Germans write them.</summary>
public static class German
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>An appointment, such as <c>Montag, 30.11.2026, 09:00 Uhr</c>.</summary>
    public static string Slot(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, GermanDate.Berlin).ToString("dddd, dd.MM.yyyy, HH:mm 'Uhr'", Culture);

    public static string Slot(long unixSeconds) => Slot(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    /// <summary>The time of day, such as <c>09:20 Uhr</c>.</summary>
    public static string Clock(long unixSeconds) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(unixSeconds), GermanDate.Berlin).ToString("HH:mm 'Uhr'", Culture);

    public static string Money(decimal amount) => amount.ToString("N2", Culture) + "\u00A0€";
}
