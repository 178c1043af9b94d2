using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using MunicipalService.Documents;

namespace MunicipalService.Languages;

/// <summary>Says texts and values in the language of the request. A text without a translation stays German.</summary>
/// <param name="texts">For each language but German where its texts are looked up, the service's own first.</param>
public sealed class Wording(IReadOnlyDictionary<SiteLanguage, IReadOnlyList<IStringLocalizer>> texts)
{
    /// <summary>How German texts and documents write numbers.</summary>
    public static CultureInfo GermanCulture { get; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>For documents and mails: the official language is German.</summary>
    public static Wording German { get; } = new(new Dictionary<SiteLanguage, IReadOnlyList<IStringLocalizer>>());

    /// <summary>The language of the request; German unless another was chosen.</summary>
    public SiteLanguage Language => texts.Keys.FirstOrDefault(language => language.Culture.Name == CultureInfo.CurrentUICulture.Name) ?? SiteLanguage.German;

    /// <summary>True where the page is not in German.</summary>
    public bool IsTranslated => Language != SiteLanguage.German;

    /// <summary><c>lang</c> of an element whose text is German; null on a German page, which says so itself.</summary>
    public string? GermanPart => IsTranslated ? SiteLanguage.German.Tag : null;

    private bool IsEnglish => Language == SiteLanguage.English;

    /// <summary>The text; what is no text of the service comes back as it is.</summary>
    public string this[string text] => texts.TryGetValue(Language, out var sources)
        ? sources.Select(source => source[text]).FirstOrDefault(found => !found.ResourceNotFound)?.Value ?? text
        : text;

    /// <inheritdoc cref="Of(Message)"/>
    public string this[string text, params IReadOnlyList<object?> arguments] => Filled(this[text], arguments);

    /// <summary>The text with its arguments.</summary>
    public string Of(Message message) => message.Arguments.Count == 0 ? this[message.Key] : Filled(this[message.Key], message.Arguments);

    /// <summary>The text with values that are German in every language, each marked as such.</summary>
    public IHtmlContent WithGerman(string text, params IReadOnlyList<string> values) => new HtmlFormattableString(this[text], [.. values.Select(Marked)]);

    /// <summary>Euro with cents.</summary>
    public string Money(decimal amount) => IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"€{amount:N2}")
        : string.Create(GermanCulture, $"{amount:N2} €");

    public string Date(DateOnly date) => IsEnglish ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : GermanDate.Of(date);

    /// <summary>Month and year.</summary>
    public string Month(int year, int month) => new DateOnly(year, month, 1).ToString(IsEnglish ? "MMMM yyyy" : "MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date of which registers may know a part only (ISO 8601).</summary>
    public string PartialDate(string date) =>
        !IsEnglish ? GermanDate.Partial(date)
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Date(day)
        : DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? Month(month.Year, month.Month)
        : date;

    /// <summary>Date and time in Germany, to the minute.</summary>
    public string Moment(DateTimeOffset moment) => IsEnglish
        ? TimeZoneInfo.ConvertTime(moment, GermanDate.Berlin).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)
        : GermanDate.Moment(moment);

    private object Marked(string value)
    {
        if (GermanPart is not { } language)
            return value;
        var part = new TagBuilder("span");
        part.Attributes["lang"] = language;
        part.InnerHtml.Append(value);
        return part;
    }

    private string Filled(string text, IReadOnlyList<object?> arguments) => string.Format(Language.Culture, text, [.. arguments.Select(Said)]);

    private object? Said(object? argument) => argument switch
    {
        Message message => Of(message),
        string text => this[text],
        _ => argument,
    };
}
