using System.Text.RegularExpressions;

namespace BaseComponents.Tests.FirstDay;

/// <summary>A new web project in an empty folder: packages added, the quick start pasted, nothing else.</summary>
internal sealed partial class StrangersProject(StrangersMachine machine, string sample)
{
    private readonly Terminal _terminal = machine.TerminalIn(Path.Combine("projects", sample));
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(machine.Settings)!, "projects", sample);

    /// <summary>Builds without a warning and runs to the end; what was printed.</summary>
    public async Task<string> RunAsync()
    {
        await BuildAsync();
        return await _terminal.RunAsync("dotnet", Program, machine.Settings);
    }

    // The settings by a relative path: the host takes an argument that begins with a slash for a switch.
    /// <summary>Builds without a warning and starts the web application; its address when it listens.</summary>
    public async Task<(RunningCommand Running, Uri Address)> StartAsync()
    {
        await BuildAsync();
        var running = _terminal.Start("dotnet", Program, Path.GetRelativePath(_folder, machine.Settings), "--urls", "http://127.0.0.1:0");
        var address = await running.UntilAsync(() => Listening().Match(running.Output) is { Success: true } match ? new Uri(match.Groups["address"].Value) : null, "it listened");
        return (running, address);
    }

    private string Program => Path.Combine(_folder, "bin", "Debug", "net10.0", "Stranger.dll");

    private async Task BuildAsync()
    {
        var lines = await File.ReadAllLinesAsync(Repository.PathOf($"samples/Minimal/{sample}.cs"));
        var directives = lines.Where(line => line.StartsWith("#:", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal)).ToList();
        await File.WriteAllTextAsync(Path.Combine(_folder, "Stranger.csproj"), ProjectFile(directives));
        await File.WriteAllLinesAsync(Path.Combine(_folder, "Program.cs"), lines.Where(line => !directives.Contains(line)));
        await _terminal.RunAsync("dotnet", "build", "--nologo", "-v", "q", "-warnaserror");
    }

    private static string ProjectFile(IEnumerable<string> directives) => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {string.Join(Environment.NewLine, directives.Select(Reference))}
          </ItemGroup>
        </Project>
        """;

    private static string Reference(string directive)
    {
        if (ProjectLine().Match(directive) is { Success: true } project)
            return $"""<PackageReference Include="{project.Groups["name"].Value}" Version="{StrangersMachine.Version}" />""";
        if (PackageLine().Match(directive) is { Success: true } package)
            return $"""<PackageReference Include="{package.Groups["name"].Value}" Version="{CentralPackages.VersionOf(package.Groups["name"].Value)}" />""";
        return "";
    }

    [GeneratedRegex(@"^#:project\s+.*?(?<name>BaseComponents\.[\w.]+?)(\.csproj)?/?\s*$")]
    private static partial Regex ProjectLine();

    [GeneratedRegex(@"^#:package\s+(?<name>[\w.]+)")]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
