using System.Diagnostics;
using System.Reflection;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>The program that seals and opens, published natively before it is measured. Where nothing has changed since the last time that takes seconds, else about a minute.</summary>
internal static class NativeProgram
{
    private const string Name = "BaseComponents.MailProgram";

    /// <returns>Where the program is.</returns>
    public static async Task<string> PublishAsync()
    {
        var root = typeof(NativeProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;
        var output = Path.GetFullPath(Path.Combine(root, "artifacts", "mail-program"));
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "benchmarks", Name), "-c", "Release", "-o", output, "-v", "q", "-nologo"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(output, OperatingSystem.IsWindows() ? Name + ".exe" : Name) : throw new InvalidOperationException(said);
    }
}
