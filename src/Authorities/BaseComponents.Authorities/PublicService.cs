using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>A service that the administration renders, such as the registration of a dog for tax.</summary>
/// <param name="Key">Its key in the national catalogue.</param>
/// <param name="Name">German name for citizens.</param>
/// <remarks>Verwaltungsleistung, Leistung.</remarks>
public sealed record PublicService(LeikaKey Key, string Name)
{
    /// <summary>Other words under which people look for it.</summary>
    /// <remarks>Begriffe im Kontext.</remarks>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>What is to be said about it, in one or more languages.</summary>
    public IReadOnlyList<ServiceText> Texts { get; init; } = [];

    /// <summary>What it costs; empty where the delivery does not say.</summary>
    /// <remarks>Kosten.</remarks>
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>How surely a person must be known; none where the delivery does not say.</summary>
    /// <remarks>Vertrauensniveau.</remarks>
    public RequiredAssurance? RequiredAssurance { get; init; }

    /// <summary>Who makes and who carries out the law behind it: codes such as 2 or 4a.</summary>
    /// <remarks>Typisierung, list urn:de:fim:leika:typisierung.</remarks>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Forms to fill in.</summary>
    /// <remarks>Formulare: the links of text module 14.</remarks>
    public IReadOnlyList<ServiceLink> Forms { get; init; } = [];

    /// <summary>One text in the language that is wanted, or else in German, or else in any; none where there is none.</summary>
    /// <param name="module">What it is about.</param>
    /// <param name="language">Such as <c>en</c> or <c>de-DE</c>.</param>
    public ServiceText? TextOf(TextModule module, string language = "de")
    {
        ArgumentNullException.ThrowIfNull(language);
        var wanted = LanguageCode.Normalize(language);
        var texts = Texts.Where(text => text.Module == module).ToList();
        return texts.Find(text => text.Language == wanted) ?? texts.Find(text => text.Language == LanguageCode.German) ?? texts.FirstOrDefault();
    }
}
