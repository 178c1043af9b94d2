using System.Globalization;

namespace MunicipalService.Languages;

/// <summary>A language a service speaks.</summary>
/// <param name="Tag">As <c>lang</c> of a page names it (BCP 47).</param>
/// <param name="Name">What its own speakers call it.</param>
/// <param name="Culture">The culture of a request in that language.</param>
/// <param name="Texts">Base name of its texts in an assembly.</param>
public sealed record SiteLanguage(string Tag, string Name, CultureInfo Culture, string Texts = "Languages.Texts")
{
    /// <summary>The official language (§ 23 VwVfG).</summary>
    public static SiteLanguage German { get; } = new("de", "Deutsch", Wording.GermanCulture);

    public static SiteLanguage English { get; } = new("en", "English", CultureInfo.GetCultureInfo("en"));

    /// <summary>Leichte Sprache; <c>simple</c> is a registered variant. The build does not know it as a culture, so its texts lie in the assembly itself.</summary>
    public static SiteLanguage Simple { get; } = new("de-simple", "Leichte Sprache", CultureInfo.GetCultureInfo("de-simple"), "Languages.Texts.de-simple");
}
