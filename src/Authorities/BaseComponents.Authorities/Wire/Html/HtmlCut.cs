using System.Net;
using System.Text;
using BaseComponents.Shared;

namespace BaseComponents.Authorities.Wire.Html;

/// <summary>
/// Cuts HTML down to what texts of the administration may hold. Nothing of the input is passed on as it stands: tags are written anew by
/// name, text is decoded and encoded, every tag that is opened is closed. So whatever the input, the result holds no script, no style, no
/// foreign attribute, and no address but http, https, mailto and tel.
/// </summary>
/// <remarks>Rules of the Portalverbund for texts in XZuFi: p br h1-h6 b strong i em sup sub ul ol li a[href].</remarks>
internal sealed class HtmlCut
{
    /// <summary>The most characters of a text that are read.</summary>
    public const int Longest = 100_000;

    private const char LastComposed = '\u02FF';
    private const int Deepest = 30;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Allowed = new HashSet<string>(
        ["p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li", "a"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Where words on either side are two words.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = new HashSet<string>(
        ["div", "section", "article", "table", "tr", "td", "th", "dl", "dt", "dd", "hr", "pre", "blockquote"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    private HtmlCut()
    {
    }

    public static string Of(ReadOnlySpan<char> html)
    {
        var cut = new HtmlCut();
        for (var tokens = new HtmlTokens(html[..Math.Min(html.Length, Longest)]); tokens.MoveNext();)
            cut.Write(tokens.Current);
        while (cut._open.TryPop(out var open))
            cut._html.Append("</").Append(open).Append('>');
        var text = cut._html.ToString().Trim();
        return text.AsSpan().IndexOfAnyExceptInRange('\0', LastComposed) < 0 ? text : text.Normalize(NormalizationForm.FormC);
    }

    private void Write(HtmlToken token)
    {
        if (token.Kind == HtmlTokenKind.Text)
            WriteText(token.Text.Contains('&') ? WebUtility.HtmlDecode(token.Text.ToString()) : token.Text);
        else if (Allowed.TryGetValue(token.Text, out var name) && token.Kind == HtmlTokenKind.Opening)
            Open(name, token.Attributes);
        else if (name is not null)
            Close(name);
        else if (Blocks.Contains(token.Text) && _html.Length > 0 && _html[^1] is not ' ')
            _html.Append(' ');
    }

    private void Open(string name, ReadOnlySpan<char> attributes)
    {
        if (name == "br")
        {
            _html.Append("<br>");
            return;
        }

        var address = name == "a" ? HtmlLink.AddressOf(attributes) : null;
        if (_open.Count == Deepest || (name == "a" && (address is null || _open.Contains("a"))))
            return;
        _open.Push(name);
        _html.Append('<').Append(name);
        if (address is not null)
            _html.Append(" href=\"").Append(WebUtility.HtmlEncode(address)).Append('"');
        _html.Append('>');
    }

    private void Close(string name)
    {
        if (!_open.Contains(name))
            return;
        string closed;
        do
        {
            closed = _open.Pop();
            _html.Append("</").Append(closed).Append('>');
        }
        while (closed != name);
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        for (var plain = PlainLength(text); !text.IsEmpty; plain = PlainLength(text))
        {
            _html.Append(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty)
                return;
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            text = text[length..];
            switch (rune.Value)
            {
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '&':
                    _html.Append("&amp;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                default:
                    WriteRune(rune);
                    break;
            }
        }
    }

    // Letters, digits and signs that mean nothing in HTML.
    private static int PlainLength(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is <= ' ' or '<' or '>' or '&' or '"' or (>= '\u007F' and <= '\u00AD') or > LastComposed)
                return index;
        }

        return text.Length;
    }

    private void WriteRune(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (_html.Length > 0 && _html[^1] != ' ')
                _html.Append(' ');
        }
        else if (WholeText.Of(rune) != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
        {
            _html.Append(rune.ToString());
        }
    }
}
