using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// How fast deliveries are read, beside the platform's own reader over the same file, and how much memory that takes for a small and a large one.
/// Each runs in a process of its own, a run of tests/Fuzz, which may see the reader.
/// </summary>
internal static class XzufiFigures
{
    private const int Small = 50;
    private const int Large = 1000;

    public static async Task RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("xzufi-").FullName;
        try
        {
            var (small, large) = (Path.Combine(folder, "small.xml"), Path.Combine(folder, "large.xml"));
            await StartAsync("write", Small.ToString(CultureInfo.InvariantCulture), small);
            await StartAsync("speed", small, quick ? "3" : "11");
            await StartAsync("memory", small, "rss_mb_50m");
            await StartAsync("write", Large.ToString(CultureInfo.InvariantCulture), large);
            await StartAsync("memory", large, "rss_mb_1g");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task StartAsync(params string[] arguments)
    {
        var assembly = typeof(XzufiFigures).Assembly;
        var root = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;
        var configuration = assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var program = Path.Combine(root, "tests", "Fuzz", "bin", configuration, "net10.0", "BaseComponents.Tests.Fuzz.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "xzufi", .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The run of tests/Fuzz ended with {process.ExitCode}: its figures do not count.");
    }
}
