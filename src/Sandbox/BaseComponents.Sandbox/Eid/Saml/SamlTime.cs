using System.Globalization;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>Points in time as SAML writes them: xs:dateTime in UTC (SAML 2.0 core, section 1.3.3).</summary>
internal static class SamlTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
