using System.Text.Json;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Html;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Texts in several languages, cut to the allowed HTML, and the parameters that nobody has standardised.</summary>
internal static class RouteTexts
{
    private const int MostLanguages = 50;
    private const int MostParameters = 100;

    public static IReadOnlyList<LocalText> Read(JsonElement route, string name)
    {
        if (route.Member(name, JsonValueKind.Object)?.Member("description", JsonValueKind.Object) is not { } description)
            return [];
        var texts = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var (language, value) in Members(description).Take(MostLanguages))
        {
            if (value.Text() is { } html && HtmlCut.Of(html) is { Length: > 0 } text)
                texts.TryAdd(LanguageCode.Normalize(language), new LocalText(LanguageCode.Normalize(language), text));
        }

        return [.. texts.Values];
    }

    public static IReadOnlyDictionary<string, string> Parameters(JsonElement route)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (route.Member("customParameters", JsonValueKind.Object) is not { } custom)
            return parameters;
        foreach (var (name, value) in Members(custom).Take(MostParameters))
        {
            var text = value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.Text();
            if (text is not null && WireText.Clean(name) is { Length: > 0 } clean)
                parameters.TryAdd(clean, WireText.Clean(text));
        }

        return parameters;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
            yield return (member.Name, member.Value);
    }
}
