using System.Text;
using System.Text.RegularExpressions;

namespace BaseComponents.SecureMail.Internal.Templates;

/// <summary>One text with placeholders, cut at them.</summary>
internal sealed partial class TemplateText
{
    private readonly IReadOnlyList<TemplatePiece> _pieces;
    private readonly string _end;

    private TemplateText(IReadOnlyList<TemplatePiece> pieces, string end) => (_pieces, _end) = (pieces, end);

    public IEnumerable<string> Names => _pieces.Select(piece => piece.Name);

    public static TemplateText Parse(string source, string what)
    {
        var pieces = new List<TemplatePiece>();
        var done = 0;
        while (source.IndexOf("{{", done, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = source.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0 || !IsName(source[(open + 2)..close]))
                throw TemplateFault.Invalid($"Character {open + 1} of the {what} begins no placeholder of the form {{{{name}}}}: letters, digits, \"_\", \"-\" and \".\", beginning with a letter.");
            pieces.Add(new TemplatePiece(source[done..open], source[(open + 2)..close], open));
            done = close + 2;
        }

        return new TemplateText(pieces, source[done..]);
    }

    public static TemplateText ParseHtml(string source)
    {
        var text = Parse(source, "HTML");
        var places = HtmlPlaces.In(source);
        foreach (var piece in text._pieces)
        {
            if (!places.Any(place => place.Start <= piece.Offset && piece.Offset < place.End))
                throw TemplateFault.Invalid($"The placeholder {{{{{piece.Name}}}}} at character {piece.Offset + 1} of the HTML stands neither in text nor inside quotes in an attribute that shows text.");
        }

        return text;
    }

    public static bool IsName(string text) => Name().IsMatch(text);

    public string Fill(Func<string, string> value)
    {
        var filled = new StringBuilder();
        foreach (var piece in _pieces)
            filled.Append(piece.Before).Append(value(piece.Name));
        return filled.Append(_end).ToString();
    }

    [GeneratedRegex("""^\p{L}[\p{L}\p{Nd}_.-]{0,63}\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private sealed record TemplatePiece(string Before, string Name, int Offset);
}
