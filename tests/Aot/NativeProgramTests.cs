using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Aot;

/// <summary>An application with the packages that promise it (docs/dependencies.md), published as native code.</summary>
public sealed class NativeProgramTests
{
    private static readonly string Root = typeof(NativeProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "RepositoryRoot").Value!;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task It_is_published_without_a_warning_and_does_what_it_does_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("native-");
        try
        {
            var published = await RunAsync("dotnet", "publish", Path.Combine(Root, "tests/Aot/Native"), "-c", "Release", "-o", folder.FullName, "-v", "m", "--nologo", "-p:UseSharedCompilation=false", "-nodeReuse:false");
            published.Should().NotContain("warning");

            await using var sandbox = await SandboxServer.StartAsync();
            var settings = Path.Combine(folder.FullName, "sandbox.json");
            await File.WriteAllTextAsync(settings, Settings(sandbox));
            var lines = (await RunAsync(Path.Combine(folder.FullName, "BaseComponents.Tests.Aot.Native"), settings)).Split('\n', StringSplitOptions.TrimEntries);

            lines.Should().ContainInOrder("service: 99102013104000", "route: Verified", "payment: Open");
            var office = lines.Single(line => line.StartsWith("offline: ", StringComparison.Ordinal))["offline: ".Length..];
            office.Should().NotBeEmpty();
            lines.Should().Contain($"live: {office}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Settings(SandboxServer sandbox)
    {
        var all = sandbox.Configuration.AsEnumerable().Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (key, value) in all.Where(pair => pair.Key.StartsWith("BaseComponents:Authorities:", StringComparison.Ordinal)).ToList())
            all[key.Replace(":Authorities:", ":Live:", StringComparison.Ordinal)] = value;
        all["BaseComponents:Live:Precedence"] = "LiveOnly";
        return JsonSerializer.Serialize(all);
    }

    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root })!;
        using var limit = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        var text = await output + await errors;
        process.ExitCode.Should().Be(0, text);
        return text;
    }
}
