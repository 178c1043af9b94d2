using System.Buffers;
using System.Text.Json;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>Reads why an identity provider declines: standard codes by name, and the codes of BundID's status detail. Texts for people are left out.</summary>
/// <remarks>BundID interface description 10.2, section 9.2.3: JSON text in akdb:StatusDetail.</remarks>
internal static class StatusReader
{
    private const int LongestDetail = 16 * 1024;
    private const int MostErrors = 20;
    private static readonly SearchValues<char> OidCharacters = SearchValues.Create("0123456789.");

    public static SamlStatus Read(XmlElement status, XmlElement code)
    {
        var detail = status.Elements("StatusDetail", SamlNames.Protocol).SelectMany(element => element.Elements("StatusDetail", SamlNames.Akdb)).FirstOrDefault()?.OwnText();
        var (codes, attributes) = BundIdDetail(detail);
        return new SamlStatus
        {
            Code = Standard(code) ?? "",
            SubCode = code.Elements("StatusCode", SamlNames.Protocol).FirstOrDefault() is { } sub ? Standard(sub) : null,
            DetailCodes = codes,
            MissingAttributes = attributes,
        };
    }

    private static string? Standard(XmlElement code) =>
        code.Attribute("Value") is { } value && value.StartsWith(SamlNames.StatusPrefix, StringComparison.Ordinal) && IsWord(value[SamlNames.StatusPrefix.Length..])
            ? value[SamlNames.StatusPrefix.Length..]
            : null;

    private static (IReadOnlyList<string> Codes, IReadOnlyList<string> Attributes) BundIdDetail(string? text)
    {
        if (text is null or { Length: > LongestDetail })
            return ([], []);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("errors", out var errors) || errors.ValueKind is not JsonValueKind.Array)
                return ([], []);
            var listed = errors.EnumerateArray().Take(MostErrors).Where(error => error.ValueKind is JsonValueKind.Object).ToArray();
            return ([.. listed.Select(error => Text(error, "code")).Where(IsWord)], [.. listed.Select(error => OidIn(Text(error, "message"))).OfType<string>()]);
        }
        catch (JsonException)
        {
            return ([], []);
        }
    }

    private static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    // The message is a sentence about the attribute; of it the attribute's name alone is kept.
    private static string? OidIn(string message)
    {
        var start = message.IndexOf("urn:oid:", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var digits = message.AsSpan(start + 8);
        var length = digits.IndexOfAnyExcept(OidCharacters) is >= 0 and var end ? end : digits.Length;
        return length is > 0 and < 100 ? $"urn:oid:{digits[..length].TrimEnd('.')}" : null;
    }

    private static bool IsWord(string text) => text.Length is > 0 and < 80 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
