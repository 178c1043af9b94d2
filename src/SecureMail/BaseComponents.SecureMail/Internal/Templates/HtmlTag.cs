namespace BaseComponents.SecureMail.Internal.Templates;

/// <summary>One tag of an HTML template, taken apart as browsers do.</summary>
internal sealed class HtmlTag
{
    private const string Space = " \t\n\f\r";
    private const string NameEnd = Space + "/>";

    // They show text, or a number, and are looked up nowhere.
    private static readonly HashSet<string> _textual = new(StringComparer.OrdinalIgnoreCase) { "abbr", "alt", "aria-label", "dir", "height", "lang", "title", "width" };
    private readonly string _html;
    private readonly List<HtmlPlace> _places = [];
    private int _at;

    /// <param name="html">The template.</param>
    /// <param name="start">Where the name begins.</param>
    public HtmlTag(string html, int start)
    {
        (_html, _at) = (html, start);
        Name = ReadUntil(NameEnd);
        End = Name.Length > 0 && char.IsAsciiLetter(Name[0]) ? ReadAttributes() : -1;
    }

    public string Name { get; }

    /// <summary>Behind the tag; -1 where it is none.</summary>
    public int End { get; }

    /// <summary>Inside the quotes of attributes that show text.</summary>
    public IReadOnlyList<HtmlPlace> Places => _places;

    /// <summary>Whether a tag has that name, and not a longer one.</summary>
    public static bool IsNameAt(string html, int start, string name) =>
        start + name.Length < html.Length && NameEnd.Contains(html[start + name.Length], StringComparison.Ordinal) && string.Compare(html, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private int ReadAttributes()
    {
        while (_at < _html.Length)
        {
            Skip(Space + "/");
            if (_at < _html.Length && _html[_at] == '>')
                return _at + 1;
            if (!ReadAttribute())
                return -1;
        }

        return -1;
    }

    private bool ReadAttribute()
    {
        // A "=" where a name should be belongs to the name.
        var start = _at++;
        ReadUntil(NameEnd + "=");
        var name = _html[Math.Min(start, _html.Length)..Math.Min(_at, _html.Length)];
        Skip(Space);
        if (_at >= _html.Length || _html[_at] != '=')
            return true;
        _at++;
        Skip(Space);
        return _at < _html.Length && ReadValue(name);
    }

    private bool ReadValue(string name)
    {
        var quote = _html[_at];
        if (quote is not ('"' or '\''))
        {
            ReadUntil(Space + ">");
            return true;
        }

        var close = _html.IndexOf(quote, _at + 1);
        if (close < 0)
            return false;
        if (_textual.Contains(name))
            _places.Add(new HtmlPlace(_at + 1, close));
        _at = close + 1;
        return true;
    }

    private string ReadUntil(string delimiters)
    {
        var length = _at >= _html.Length ? 0 : _html.AsSpan(_at).IndexOfAny(delimiters.AsSpan()) is >= 0 and var found ? found : _html.Length - _at;
        var read = length == 0 ? "" : _html.Substring(_at, length);
        _at += length;
        return read;
    }

    private void Skip(string characters)
    {
        while (_at < _html.Length && characters.Contains(_html[_at], StringComparison.Ordinal))
            _at++;
    }
}
