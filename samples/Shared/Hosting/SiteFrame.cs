namespace MunicipalService.Hosting;

/// <summary>What the frame of every page says.</summary>
/// <param name="Name">The service, as the header and the title of the window name it.</param>
/// <param name="Steps">The way of whoever applies, as the progress bar tells it; a page names its step, counted from 1.</param>
public sealed record SiteFrame(string Name, IReadOnlyList<string> Steps);
