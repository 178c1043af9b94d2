using System.Buffers;
using System.Text;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>What Canonical XML 1.0, section 2.3, replaces in text and in attribute values.</summary>
internal static class CanonicalEscape
{
    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\r");
    private static readonly SearchValues<char> InValue = SearchValues.Create("&<\"\t\n\r");

    public static void Text(ReadOnlySpan<char> text, IBufferWriter<byte> output) => Write(text, InText, output);

    public static void AttributeValue(ReadOnlySpan<char> text, IBufferWriter<byte> output) => Write(text, InValue, output);

    private static void Write(ReadOnlySpan<char> text, SearchValues<char> special, IBufferWriter<byte> output)
    {
        while (true)
        {
            var at = text.IndexOfAny(special);
            if (at < 0)
                break;
            Encoding.UTF8.GetBytes(text[..at], output);
            output.Write(Replacement(text[at]));
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, output);
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
