using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BaseComponents.SecureMail.Internal.Templates;

/// <summary>Makes values safe for the place they stand in.</summary>
internal static class TemplateValues
{
    // Umlauts and other letters stay readable; what means something in HTML is written as a reference.
    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Check(IReadOnlySet<string> wanted, IReadOnlyDictionary<string, string> values)
    {
        var missing = wanted.Where(name => !values.TryGetValue(name, out var value) || value is null).ToList();
        if (missing.Count > 0)
            throw TemplateFault.Values($"It wants values that were not given: {string.Join(", ", missing)}.");
        if (values.Keys.FirstOrDefault(name => !wanted.Contains(name)) is { } unknown)
            throw TemplateFault.Values($"It has no placeholder {(TemplateText.IsName(unknown) ? unknown : "of a name that was given")}.");
    }

    public static string InSubject(string name, string value) =>
        value.Any(IsUnfitForLine) ? throw TemplateFault.Values($"The value of {name} stands in the subject and holds line breaks or other control characters, which would inject headers.") : value;

    public static string InText(string value) => value.Any(IsUnfit) ? new string([.. value.Where(c => !IsUnfit(c))]) : value;

    public static string InHtml(string value) => _html.Encode(InText(value));

    private static bool IsUnfit(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private static bool IsUnfitForLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
