using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Workers;

/// <summary>A worker as the run sees it: questions go in, answers come out, and at any moment it may be gone.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    public const string IsReady = "ready";
    public const string Dying = "dying ";
    public const string Freezing = "freezing ";
    public const string Thaw = "thaw";
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Answer>> _open = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Task _reading;
    private readonly TimeSpan _frozen;
    private string? _diedAt;
    private long _asked;
    private int _answered;

    /// <summary>Starts this program once more.</summary>
    /// <param name="command">What it is then.</param>
    /// <param name="settings">Its first line of input.</param>
    /// <param name="temporary">Its folder for temporary files, where it has one of its own.</param>
    /// <param name="frozen">How long it stands still where it is frozen.</param>
    public WorkerProcess(string command, IReadOnlyDictionary<string, string?> settings, string? temporary = null, TimeSpan frozen = default)
    {
        _frozen = frozen;
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerProcess).Assembly.Location, command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // The runtime's own pipes would lie there as well.
        if (temporary is not null)
            (start.Environment["TMPDIR"], start.Environment["DOTNET_EnableDiagnostics"]) = (temporary, "0");
        _process = Process.Start(start)!;
        _reading = ReadAsync();
        Write(JsonSerializer.Serialize(settings));
    }

    /// <summary>Done when it takes questions; fails when it died before.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Done when it is gone: the step it died at or was frozen at, or null.</summary>
    public async Task<string?> EndAsync()
    {
        await _reading;
        await _process.WaitForExitAsync();
        return _diedAt;
    }

    /// <exception cref="IOException">It is gone; whether it did what was asked, nobody can say.</exception>
    public async Task<Answer> AskAsync(Func<long, string> question)
    {
        var (id, answer) = (Interlocked.Increment(ref _asked), new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously));
        _open[id] = answer;
        Write(question(id));
        if (_reading.IsCompleted)
            Abandon();
        return await answer.Task;
    }

    /// <summary>Done when it has answered so many questions, or is gone.</summary>
    public async Task WhenAnsweredAsync(int count)
    {
        while (Volatile.Read(ref _answered) < count && !_reading.IsCompleted)
            await Task.Delay(10);
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await EndAsync();
        _process.Dispose();
    }

    private void Write(string line)
    {
        lock (_process)
        {
            try
            {
                _process.StandardInput.WriteLine(line);
                _process.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // It is gone, and perhaps cleared away; whoever waits for its answer is told so.
            }
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == IsReady)
                _ready.SetResult();
            else if (line.StartsWith(Dying, StringComparison.Ordinal))
                _diedAt = line[Dying.Length..];
            else if (line.StartsWith(Freezing, StringComparison.Ordinal))
                _ = FreezeAsync(line[Freezing.Length..]);
            else
                Answered(line);
        }

        _ready.TrySetException(new IOException("The worker died at its start."));
        Abandon();
    }

    // As a machine does that hangs: nothing runs, nothing is lost, and the clock goes on.
    private async Task FreezeAsync(string step)
    {
        _diedAt = step;
        await SignalAsync("-STOP");
        await Task.Delay(_frozen);
        await SignalAsync("-CONT");
        Write(Thaw);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Answered(string line)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<Answer>(line)!;
            Interlocked.Increment(ref _answered);
            if (_open.TryRemove(answer.Id, out var asked))
                asked.TrySetResult(answer);
        }
        catch (JsonException)
        {
            // The last line of somebody who was killed while he wrote it: no answer.
        }
    }

    private void Abandon()
    {
        foreach (var id in _open.Keys)
        {
            if (_open.TryRemove(id, out var asked))
                asked.TrySetException(new IOException("The worker is gone."));
        }
    }
}
