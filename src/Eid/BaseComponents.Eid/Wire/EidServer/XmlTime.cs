using System.Globalization;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Points in time and days as XML Schema writes them.</summary>
internal static class XmlTime
{
    private const int MostFractionDigits = 7;
    private const int DayLength = 10;
    private const int ZoneLength = 6;

    /// <summary>A point in time with its zone; null for anything else.</summary>
    public static DateTimeOffset? Read(string? text) =>
        text is { Length: < 64 } && HasZone(text) && DateTimeOffset.TryParseExact(
            ShortFraction(text), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day; a zone behind it, which XML Schema allows and which says nothing about a document, is left out.</summary>
    public static DateOnly? ReadDay(string text) =>
        text is { Length: DayLength or DayLength + 1 or DayLength + ZoneLength } && (text.Length == DayLength || HasZone(text))
        && DateOnly.TryParseExact(text.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > ZoneLength && text[^ZoneLength] is '+' or '-' && text[^3] == ':');

    // Some platforms write nanoseconds.
    private static string ShortFraction(string text)
    {
        var start = text.IndexOf('.', StringComparison.Ordinal) + 1;
        if (start == 0)
            return text;
        var digits = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - start;
        return digits <= MostFractionDigits ? text : text.Remove(start + MostFractionDigits, digits - MostFractionDigits);
    }
}
