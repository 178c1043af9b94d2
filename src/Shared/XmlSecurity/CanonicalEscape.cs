using System.Buffers;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>What Canonical XML 1.0, section 2.3, replaces in text and in attribute values.</summary>
internal static class CanonicalEscape
{
    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\r");
    private static readonly SearchValues<char> InValue = SearchValues.Create("&<\"\t\n\r");

    public static void Text(ReadOnlySpan<char> text, Utf8Output output) => Write(text, InText, output);

    public static void AttributeValue(ReadOnlySpan<char> text, Utf8Output output) => Write(text, InValue, output);

    private static void Write(ReadOnlySpan<char> text, SearchValues<char> special, Utf8Output output)
    {
        while (true)
        {
            var at = text.IndexOfAny(special);
            if (at < 0)
                break;
            output.Write(text[..at]);
            output.Write(Replacement(text[at]));
            text = text[(at + 1)..];
        }

        output.Write(text);
    }

    private static ReadOnlySpan<byte> Replacement(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#x9;"u8,
        '\n' => "&#xA;"u8,
        _ => "&#xD;"u8,
    };
}
