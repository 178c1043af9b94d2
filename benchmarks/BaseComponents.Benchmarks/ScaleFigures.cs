using System.Diagnostics;
using System.Reflection;

namespace BaseComponents.Benchmarks;

/// <summary>Figures that need several processes: the runs of tests/Scale, which print them themselves.</summary>
internal static class ScaleFigures
{
    public static async Task RunAsync(string area, bool quick)
    {
        var root = typeof(ScaleFigures).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;
        var program = Path.Combine(root, "tests", "Scale", "bin", Configuration, "net10.0", "BaseComponents.Tests.Scale.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", quick ? [program, area, "--quick"] : [program, area]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The runs of tests/Scale ended with {process.ExitCode}: their figures do not count.");
    }

    private static string Configuration => typeof(ScaleFigures).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
