using System.Text.RegularExpressions;

namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>
/// A day as forms hand it over: midnight of that day with the German offset, or as people write it. A moment that is no midnight here is refused: it would be
/// another day elsewhere, and nobody could say which of both was meant.
/// </summary>
internal static partial class ExportDate
{
    /// <exception cref="ExportRefusedException">It is no day.</exception>
    public static PartialDate Read(string text)
    {
        var day = Midnight.Match(text) is { Success: true } midnight ? midnight.Groups[1].Value
            : German.Match(text) is { Success: true } german ? $"{german.Groups[3].ValueSpan}-{german.Groups[2].Value.PadLeft(2, '0')}-{german.Groups[1].Value.PadLeft(2, '0')}"
            : text;
        return PartialDate.TryParse(day, out var date) ? date : throw new ExportRefusedException("date");
    }

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0{1,7})?(?:\+0[1-3]:?00)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight { get; }

    [GeneratedRegex(@"^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex German { get; }
}
