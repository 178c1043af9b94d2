using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>Simple types of the schema.</summary>
internal static partial class SchemaTypes
{
    private const int ShortestSecret = 16;
    private static readonly string[] _levels = [.. Named(EidServerUris.Levels, "undefined", "normal", "substantiell", "hoch"), .. Named(EidServerUris.EidasLevels, "low", "substantial", "high")];

    public static int Number(string text, string name) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new SchemaViolationException($"{name} ist keine Zahl");

    public static int Age(string text) => Number(text, "Age") is >= 0 and var age ? age : throw new SchemaViolationException("Age ist kleiner als null");

    public static string CommunityId(string text) => CommunityIdForm.IsMatch(text) ? text : throw new SchemaViolationException("CommunityID hat eine andere Form");

    public static string Level(string text) => _levels.Contains(text.Trim()) ? text.Trim() : throw new SchemaViolationException("Dieses Vertrauensniveau gibt es nicht");

    /// <summary>Octets in hexadecimal digits, at least sixteen.</summary>
    public static string Secret(string text, string name)
    {
        var digits = text.Trim();
        return digits.Length % 2 == 0 && digits.Length >= 2 * ShortestSecret && digits.All(char.IsAsciiHexDigit)
            ? digits.ToLowerInvariant()
            : throw new SchemaViolationException($"{name} hat keine {ShortestSecret} Oktette in hexadezimalen Ziffern");
    }

    public static string PskId(string text) => text.Length >= ShortestSecret ? text : throw new SchemaViolationException("Die ID des PSK ist zu kurz");

    private static IEnumerable<string> Named(string authority, params string[] names) => names.Select(name => authority + name);

    // Country, Land, Regierungsbezirk, Kreis, Gemeinde: each part needs those before it.
    [GeneratedRegex(@"\A0[0-9]{3}([0-9]{2}(0[0-9]([0-9]{2}(0[0-9]{3})?)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommunityIdForm { get; }
}
