using System.Globalization;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Html;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>A code with its name, or the text of an element that is no code type.</summary>
internal readonly record struct XzufiCode(string? Code, string? Name, string? Text)
{
    /// <summary>The code, or else the text.</summary>
    public string? Value => Code ?? Text;
}

/// <summary>
/// Reads parts that occur in many objects. Names are compared without their namespace's prefix: code types write their children without a
/// namespace, and some editors qualify them all the same.
/// </summary>
internal sealed class XzufiParts(XzufiCursor cursor, XzufiNameSet names)
{
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const int MostIntervals = 50;

    public XzufiCursor Cursor => cursor;

    public XzufiNameSet Names => names;

    /// <summary>The identifier of the object that is being read, as soon as it is known; for reports.</summary>
    public OfficeId? Subject { get; set; }

    /// <summary>The identifier that stands in the element; null if it is empty.</summary>
    /// <param name="isReference">Whether many objects name it, so that its text is kept once.</param>
    public OfficeId? Identifier(bool isReference = false)
    {
        var (agency, scheme) = cursor.Scheme(names.Agency, names.Scheme);
        return (isReference ? cursor.PooledText() : cursor.Text()) is { } value ? new OfficeId(agency, scheme, value) : null;
    }

    public XzufiCode Code()
    {
        // A code type has no text of its own, and other elements no children: one pass sees both.
        string? code = null, name = null;
        var opened = cursor.Open();
        if (opened >= 0 && !cursor.HasChildren(out var text))
            return new XzufiCode(null, null, text);
        for (var more = opened >= 0; more; more = cursor.Next(opened))
        {
            if (ReferenceEquals(cursor.Name, names.Code))
                code ??= cursor.PooledText();
            else if (ReferenceEquals(cursor.Name, names.Name))
                name ??= cursor.PooledText();
        }

        return new XzufiCode(code, name, null);
    }

    /// <summary>The part of <c>xsi:type</c> behind the prefix; null if there is none.</summary>
    public string? Type() => cursor.Attribute("type", SchemaInstance) is { } type ? type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;

    public string Language() => cursor.Attribute("languageCode") is { Length: > 0 } code ? cursor.Pool.Get(LanguageCode.Normalize(code)) : LanguageCode.German;

    /// <summary>A short text in its language.</summary>
    public LocalText? Local()
    {
        var language = Language();
        return cursor.Text() is { } text ? new LocalText(language, text) : null;
    }

    /// <summary>A long text in its language, in the allowed HTML.</summary>
    public LocalText? LocalHtml()
    {
        var language = Language();
        return HtmlCut.Of(cursor.Raw(HtmlCut.Longest)) is { Length: > 0 } html ? new LocalText(language, html) : null;
    }

    /// <summary>Texts of an element that holds one directly, or several within elements of its own.</summary>
    public void LocalHtml(List<LocalText> into, int deepest = 4)
    {
        var language = Language();
        var opened = cursor.Open();
        if (opened >= 0 && !cursor.HasChildren(out _))
        {
            if (HtmlCut.Of(cursor.LastRaw) is { Length: > 0 } html)
                into.Add(new LocalText(language, html));
            return;
        }

        for (var more = opened >= 0; more && into.Count < 100; more = cursor.Next(opened))
        {
            if (cursor.Name is not null && deepest > 0)
                LocalHtml(into, deepest - 1);
        }
    }

    /// <summary>The German one of several texts, or else the first.</summary>
    public static string? German(IReadOnlyList<LocalText> texts) =>
        (texts.FirstOrDefault(text => text.Language == LanguageCode.German) ?? (texts.Count > 0 ? texts[0] : null))?.Text;

    /// <summary>An interval of <c>gueltigkeit</c>; added to those before it.</summary>
    /// <exception cref="BadObjectException">A date is none, or there are too many.</exception>
    public void Interval(List<(DateOnly? From, DateOnly? To)> intervals)
    {
        DateOnly? from = null, to = null;
        for (var opened = cursor.Open(); cursor.Next(opened);)
        {
            if (ReferenceEquals(cursor.Name, names.Start))
                from = Day("beginn");
            else if (ReferenceEquals(cursor.Name, names.End))
                to = Day("ende");
        }

        if (intervals.Count == MostIntervals)
            throw new BadObjectException("It has too many intervals of validity.");
        intervals.Add((from, to));
    }

    public static Validity ToValidity(List<(DateOnly? From, DateOnly? To)>? intervals) => intervals is null ? Validity.Always : new Validity(intervals);

    private DateOnly? Day(string name)
    {
        var text = cursor.Line();
        if (text.IsEmpty)
            return null;
        // Dates may carry a time or a time zone; the day as written counts.
        return text.Length >= 10 && text[4] == '-' && text[7] == '-' && Day(Number(text[..4]), Number(text[5..7]), Number(text[8..10])) is { } day
            ? day
            : throw new BadObjectException($"Its validity has a {name} that is no date.");
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // The platform's parser of dates takes longer than all the rest of a competence.
    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
