namespace MunicipalService.Hosting;

/// <summary>What one service adds to the way every service starts.</summary>
/// <param name="Program">Its assembly.</param>
/// <param name="Section">Its section of the settings, with <c>PublicAddress</c> and <c>DataPath</c>.</param>
/// <param name="Build">Puts it together.</param>
/// <param name="PrepareAsync">Makes its tables.</param>
public sealed record ServicePlan(
    System.Reflection.Assembly Program,
    string Section,
    Func<WebApplicationBuilder, ServerOptions, WebApplication> Build,
    Func<WebApplication, CancellationToken, Task> PrepareAsync)
{
    /// <summary>Where the service keeps its data; relative to the content root.</summary>
    public string DataPath(WebApplicationBuilder builder) =>
        Path.Combine(builder.Environment.ContentRootPath, builder.Configuration[$"{Section}:DataPath"] ?? "App_Data");
}
