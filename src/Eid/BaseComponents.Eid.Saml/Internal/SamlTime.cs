using System.Globalization;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>Points in time as SAML writes them: xs:dateTime in UTC. One without a zone is taken for UTC, as one state system sends them.</summary>
internal static class SamlTime
{
    private const int MostFractionDigits = 7;

    public static DateTimeOffset? Read(string? text) =>
        text is { Length: < 64 } && DateTimeOffset.TryParseExact(
            ShortFraction(text), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

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
