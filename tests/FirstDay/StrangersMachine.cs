using System.Text.RegularExpressions;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(BaseComponents.Tests.FirstDay.StrangersMachine))]

namespace BaseComponents.Tests.FirstDay;

/// <summary>
/// The machine of somebody who has the .NET SDK and our packages in a folder, and nothing else of ours: an empty package cache, the tool
/// installed from the folder, and the Sandbox running as a process of its own.
/// </summary>
public sealed partial class StrangersMachine : IAsyncLifetime
{
    public const string Version = "0.1.0-firstday.1";

    private readonly string _home = Directory.CreateTempSubdirectory("firstday-").FullName;
    private RunningCommand? _sandbox;

    public string Packages => Path.Combine(_home, "packages");

    /// <summary>The file with the settings that the Sandbox wrote.</summary>
    public string Settings => Path.Combine(_home, "sandbox.json");

    public async ValueTask InitializeAsync()
    {
        await PackAsync();
        await WriteNuGetConfigAsync();
        await InstallToolAsync();
        await StartSandboxAsync();
    }

    internal Terminal TerminalIn(string folder) => new(_home, Directory.CreateDirectory(Path.Combine(_home, folder)).FullName, Environment());

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private async Task PackAsync() => await new Terminal(_home, Repository.Root, new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" }).RunAsync(
        "dotnet", "pack", "BaseComponents.sln", "--no-build", "--configuration", Repository.Configuration, "--output", Packages, "--nologo", "-v", "q", "-warnaserror",
        $"-p:MinVerVersionOverride={Version}", $"-p:NuspecOutputPath={Path.Combine(_home, "nuspec")}/");

    /// <summary>Our packages come from the folder alone, everything else from the sources of this machine.</summary>
    private async Task WriteNuGetConfigAsync()
    {
        const string folder = "basecomponents-folder";
        var listed = await TerminalIn("").RunAsync("dotnet", "nuget", "list", "source");
        var others = EnabledSource().Matches(listed).Select(match => match.Groups["name"].Value);
        var config = new XElement("configuration",
            new XElement("packageSources", new XElement("add", new XAttribute("key", folder), new XAttribute("value", Packages))),
            new XElement("packageSourceMapping", others.Select(name => Mapping(name, "*")).Prepend(Mapping(folder, "BaseComponents.*"))));
        await File.WriteAllTextAsync(Path.Combine(_home, "nuget.config"), config.ToString());
    }

    private static XElement Mapping(string source, string pattern) =>
        new("packageSource", new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));

    private async Task InstallToolAsync() => await TerminalIn("").RunAsync(
        "dotnet", "tool", "install", "BaseComponents.Tool", "--version", Version, "--tool-path", Path.Combine(_home, "tools"), "--configfile", Path.Combine(_home, "nuget.config"));

    private async Task StartSandboxAsync()
    {
        _sandbox = TerminalIn("").Start(Path.Combine(_home, "tools", "basecomponents"), "sandbox", "--http-port", "0", "--https-port", "0", "--smtp-port", "0", "--settings", Settings);
        await _sandbox.UntilAsync(() => File.Exists(Settings) ? Settings : null, "it wrote its settings");
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(_home, "cache"),
        ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(_home, "http-cache"),
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    };

    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+) \[Enabled\]\s*$", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();
}
