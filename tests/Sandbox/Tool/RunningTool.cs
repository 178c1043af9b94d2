using System.Diagnostics;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary>The command line in a process of its own.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public RunningTool(string[] arguments, string? input = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BaseComponents.Tool.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
    }

    /// <summary>Waits for the end; what was printed, without the breaks that fit it to a terminal.</summary>
    public async Task<(int ExitCode, string Printed)> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, string.Join(' ', (await _output + await _errors).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Waits for the end; the lines that were printed.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> EndWithLinesAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, (await _output + await _errors).TrimEnd().Split(Environment.NewLine));
    }

    /// <summary>Asks it to stop as a service manager does. (Ctrl+C is taken alike, but a shell may have it ignored by all that runs in the background.)</summary>
    public void AskToStop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
