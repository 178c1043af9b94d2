namespace BaseComponents.Authorities.Wire.Html;

/// <summary>What a piece of markup is.</summary>
internal enum HtmlTokenKind
{
    Text,
    Opening,
    Closing,
}

/// <summary>A piece of HTML: text as it stands there, or a tag with its small name and all that follows the name.</summary>
internal readonly ref struct HtmlToken(HtmlTokenKind kind, ReadOnlySpan<char> text, ReadOnlySpan<char> attributes)
{
    public HtmlTokenKind Kind { get; } = kind;

    /// <summary>The text, or the name of the tag.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    public ReadOnlySpan<char> Attributes { get; } = attributes;
}

/// <summary>
/// Takes HTML apart, whatever is wrong with it: each step goes at least one character on, so that it ends. Comments, declarations and the
/// content of scripts and styles are left out.
/// </summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private static readonly string[] Unseen = ["script", "style", "template", "noscript", "iframe", "object", "textarea", "title", "xmp", "svg", "math"];
    private ReadOnlySpan<char> _rest = html;

    public HtmlToken Current { get; private set; }

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            if (_rest[0] != '<' || !IsMarkup(_rest))
                return TakeText();
            if (_rest.StartsWith("<!--"))
                Skip(_rest.IndexOf("-->"), 3);
            else if (_rest[1] is '!' or '?')
                Skip(_rest.IndexOf('>'), 1);
            else if (TakeTag())
                return true;
        }

        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?' || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])));

    private bool TakeText()
    {
        var end = _rest[1..].IndexOf('<') + 1;
        var length = end == 0 ? _rest.Length : end;
        Current = new HtmlToken(HtmlTokenKind.Text, _rest[..length], default);
        _rest = _rest[length..];
        return true;
    }

    private bool TakeTag()
    {
        var isClosing = _rest[1] == '/';
        var inside = _rest[(isClosing ? 2 : 1)..];
        var nameLength = inside.IndexOfAnyExcept(NameCharacters);
        var name = nameLength < 0 ? inside : inside[..nameLength];
        var end = EndOf(inside);
        var attributes = inside[name.Length..Math.Max(name.Length, end)];
        _rest = end < inside.Length ? inside[(end + 1)..] : default;
        if (!isClosing && SkipUnseen(name))
            return false;
        Current = new HtmlToken(isClosing ? HtmlTokenKind.Closing : HtmlTokenKind.Opening, name, attributes);
        return true;
    }

    // A > within quotation marks does not end the tag.
    private static int EndOf(ReadOnlySpan<char> inside)
    {
        var quotation = '\0';
        for (var index = 0; index < inside.Length; index++)
        {
            var character = inside[index];
            if (quotation != '\0')
                quotation = character == quotation ? '\0' : quotation;
            else if (character is '"' or '\'' && IsValueStart(inside, index))
                quotation = character;
            else if (character == '>')
                return index;
        }

        // Quotation marks that never end are none.
        return quotation != '\0' && inside.IndexOf('>') is var end and >= 0 ? end : inside.Length;
    }

    private static bool IsValueStart(ReadOnlySpan<char> inside, int index) => inside[..index].TrimEnd() is [.., '='];

    private bool SkipUnseen(ReadOnlySpan<char> name)
    {
        foreach (var unseen in Unseen)
        {
            if (!name.Equals(unseen, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = _rest.IndexOf($"</{unseen}", StringComparison.OrdinalIgnoreCase);
            Skip(end < 0 ? -1 : end, 0);
            return true;
        }

        return false;
    }

    private void Skip(int end, int length) => _rest = end < 0 ? default : _rest[(end + length)..];

    private static System.Buffers.SearchValues<char> NameCharacters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");
}
