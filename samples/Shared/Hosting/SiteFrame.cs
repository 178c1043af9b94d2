using MunicipalService.Languages;

namespace MunicipalService.Hosting;

/// <summary>What the frame of every page says.</summary>
/// <param name="Name">The service, as the header and the title of the window name it.</param>
/// <param name="Steps">The way of whoever applies, as the progress bar tells it; a page names its step, counted from 1.</param>
public sealed record SiteFrame(string Name, IReadOnlyList<string> Steps)
{
    /// <summary>What a citizen can choose from, German first. The list shows with two or more.</summary>
    public IReadOnlyList<SiteLanguage> Languages { get; init; } = [];

    /// <summary>The language of that tag, or null.</summary>
    public SiteLanguage? Find(string? tag) => Languages.FirstOrDefault(language => language.Tag == tag);
}
