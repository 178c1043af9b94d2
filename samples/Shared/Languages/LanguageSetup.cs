using System.Reflection;
using Microsoft.Extensions.Localization;
using MunicipalService.Hosting;

namespace MunicipalService.Languages;

/// <summary>Registers the frame of the pages and the languages they are in.</summary>
public static class LanguageSetup
{
    /// <param name="services">Of the service.</param>
    /// <param name="frame">What the pages say around their content; with one language or none everything is German.</param>
    /// <param name="texts">Holds the service's own <c>Languages/Texts.*.resx</c>.</param>
    public static IServiceCollection AddSite(this IServiceCollection services, SiteFrame frame, Assembly? texts = null)
    {
        services.AddSingleton<StyleSheets>().AddSingleton(frame);
        if (frame.Languages.Count < 2)
            return services.AddSingleton(Wording.German);
        Assembly[] sources = [.. new[] { texts, typeof(LanguageSetup).Assembly }.OfType<Assembly>()];
        return services.AddLocalization().AddSingleton(provider => new Wording(frame.Languages.Where(language => language != SiteLanguage.German)
            .ToDictionary(language => language, language => Localizers(provider.GetRequiredService<IStringLocalizerFactory>(), language, sources))));
    }

    private static IReadOnlyList<IStringLocalizer> Localizers(IStringLocalizerFactory factory, SiteLanguage language, Assembly[] sources) =>
        [.. sources.Select(source => factory.Create(language.Texts, source.GetName().Name!))];
}
