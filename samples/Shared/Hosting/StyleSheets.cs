namespace MunicipalService.Hosting;

/// <summary>Which style sheets the pages link: KERN where the build could fetch it, else our own plain one alone.</summary>
public sealed partial class StyleSheets
{
    public StyleSheets(IWebHostEnvironment environment, ILogger<StyleSheets> log)
    {
        HasKern = environment.WebRootFileProvider.GetFileInfo("lib/kern/kern.min.css").Exists;
        if (!HasKern)
            LogPlain(log);
    }

    public bool HasKern { get; }

    public IReadOnlyList<string> Links => HasKern
        ? ["/lib/kern/kern.min.css", "/lib/kern/fonts/fira-sans.css", "/lib/site/service.css"]
        : ["/lib/site/plain.css", "/lib/site/service.css"];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The KERN design system is not there (npm was missing at build time): the pages use their plain style sheet.")]
    private static partial void LogPlain(ILogger log);
}
