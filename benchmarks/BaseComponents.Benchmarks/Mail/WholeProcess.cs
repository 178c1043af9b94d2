using System.Diagnostics;
using System.Globalization;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>A program from its start to its end, and the most memory it had.</summary>
internal static class WholeProcess
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <returns>Peak of the resident memory in MB (10^6 bytes), of this process alone.</returns>
    public static async Task<double> RunAsync(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        var end = process.WaitForExitAsync();
        while (await Task.WhenAny(end, Task.Delay(Look)) != end)
            peak = Math.Max(peak, Peak(process.Id));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
        return peak / 1e6;
    }

    // The kernel's own high-water mark, so that nothing between two looks is missed but the very end.
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
