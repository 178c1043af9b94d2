namespace BaseComponents.SecureMail.Internal.Templates;

/// <summary>A stretch of an HTML template.</summary>
internal readonly record struct HtmlPlace(int Start, int End);

/// <summary>
/// Where in an HTML template an encoded value is nothing but text: between tags, and inside the quotes of attributes that show text. Read as browsers do; what browsers read in more than
/// one way, and elements whose content is no text, make the template invalid.
/// </summary>
internal sealed class HtmlPlaces
{
    private static readonly HashSet<string> _forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "applet", "base", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object", "plaintext", "script", "svg", "template", "textarea", "xmp",
    };

    private readonly string _html;
    private readonly List<HtmlPlace> _places = [];
    private int _at;

    private HtmlPlaces(string html) => _html = html;

    public static IReadOnlyList<HtmlPlace> In(string html)
    {
        var reading = new HtmlPlaces(html);
        while (reading._at < html.Length)
            reading.ReadOne();
        return reading._places;
    }

    private void ReadOne()
    {
        if (_html[_at] != '<')
            ReadText();
        else if (Begins("<!--"))
            SkipComment();
        else if (Begins("<!") || Begins("<?"))
            SkipBehind(">");
        else
            ReadTag();
    }

    private void ReadText()
    {
        var end = _html.IndexOf('<', _at) is >= 0 and var tag ? tag : _html.Length;
        _places.Add(new HtmlPlace(_at, end));
        _at = end;
    }

    // Browsers end a comment also at "<!-->", "<!--->" and "--!>".
    private void SkipComment()
    {
        var start = _at + "<!--".Length;
        _at = start;
        SkipBehind("-->");
        var comment = _html.AsSpan(start, _at - start);
        if (comment.StartsWith(">", StringComparison.Ordinal) || comment.StartsWith("->", StringComparison.Ordinal) || comment.Contains("--!>", StringComparison.Ordinal))
            throw Invalid("a comment ends in an unusual way");
    }

    private void ReadTag()
    {
        var isEnd = Begins("</");
        var tag = new HtmlTag(_html, _at + (isEnd ? 2 : 1));
        if (tag.End < 0)
            throw Invalid("\"<\" begins no whole tag (as text it is written &lt;)");
        if (_forbidden.Contains(tag.Name))
            throw Invalid($"the element {tag.Name} is not allowed in a template");
        _places.AddRange(tag.Places);
        _at = tag.End;
        if (!isEnd && IsText(tag.Name))
            ReadContent(tag.Name);
    }

    // Their content is no HTML: a tag in it is text.
    private static bool IsText(string name) => name.Equals("style", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase);

    private void ReadContent(string name)
    {
        var end = _at - 1;
        do
            end = _html.IndexOf("</" + name, end + 1, StringComparison.OrdinalIgnoreCase);
        while (end >= 0 && !HtmlTag.IsNameAt(_html, end + 2, name));
        if (end < 0)
            throw Invalid($"the element {name} does not end");
        if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            _places.Add(new HtmlPlace(_at, end));
        _at = end;
    }

    private void SkipBehind(string end)
    {
        var found = _html.IndexOf(end, _at, StringComparison.Ordinal);
        if (found < 0)
            throw Invalid("a comment does not end");
        _at = found + end.Length;
    }

    private bool Begins(string text) => string.CompareOrdinal(_html, _at, text, 0, text.Length) == 0;

    private SecureMailException Invalid(string what) => TemplateFault.Invalid($"Near character {_at + 1} of the HTML {what}.");
}
