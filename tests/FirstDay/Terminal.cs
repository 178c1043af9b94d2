using System.Collections.Concurrent;
using System.Diagnostics;

namespace BaseComponents.Tests.FirstDay;

/// <summary>What a developer types: a command in a folder, with what it printed.</summary>
internal sealed class Terminal(string home, string folder, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs a command to its end; fails with its output unless it ends with 0.</summary>
    public async Task<string> RunAsync(string command, params string[] arguments)
    {
        await using var running = Start(command, arguments);
        var exitCode = await running.EndAsync(Patience);
        running.Note();
        return exitCode == 0
            ? running.Output
            : throw new InvalidOperationException($"'{command} {string.Join(' ', arguments)}' ended with {exitCode}:{Environment.NewLine}{running.Output}");
    }

    /// <summary>Starts a command that goes on running; it is ended when the result is disposed.</summary>
    public RunningCommand Start(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOfThisTestRun).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RunningCommand(Process.Start(start)!, (took, output) => Transcript.Add(home, folder, [command, .. arguments], took, output));
    }

    // A stranger's terminal knows nothing of the build that started this test.
    private static bool IsOfThisTestRun(string variable) => variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || variable is "CI" or "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" or "ASPNETCORE_URLS";
}

internal sealed class RunningCommand : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Action<TimeSpan, string> _note;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<string> _lines = new();

    /// <param name="process">The command.</param>
    /// <param name="note">Takes down how long it took, and what it printed.</param>
    public RunningCommand(Process process, Action<TimeSpan, string> note)
    {
        (_process, _note) = (process, note);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public string Output => string.Join(Environment.NewLine, _lines);

    /// <summary>Takes it down as it is now: ended, or as far as was waited for.</summary>
    public void Note() => _note(Stopwatch.GetElapsedTime(_started), Output);

    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Still running after {patience}:{Environment.NewLine}{Output}");
        }
    }

    /// <summary>Waits until the probe has an answer; fails when the command ends before, or after a minute.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> probe, string what)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
        {
            if (probe() is { } answer)
            {
                Note();
                return answer;
            }

            if (_process.HasExited)
                throw new InvalidOperationException($"Ended with {_process.ExitCode} before {what}:{Environment.NewLine}{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"Waited a minute for {what}:{Environment.NewLine}{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            _lines.Enqueue(line.Data);
    }
}
