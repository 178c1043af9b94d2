using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>A worker as the run sees it: questions go in, answers come out, and at any moment it may be gone.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Answer>> _open = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Task _reading;
    private string? _diedAt;
    private long _asked;
    private int _answered;

    public WorkerProcess(IReadOnlyDictionary<string, string?> settings)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, "payments-worker"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _reading = ReadAsync();
        Write(JsonSerializer.Serialize(settings));
    }

    /// <summary>Done when it takes questions; fails when it died before.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Done when it is gone: the step it died at, or null.</summary>
    public async Task<string?> EndAsync()
    {
        await _reading;
        await _process.WaitForExitAsync();
        return _diedAt;
    }

    /// <exception cref="IOException">It is gone; whether it did what was asked, nobody can say.</exception>
    public async Task<Answer> AskAsync(bool isStart, ChaosOrder order)
    {
        var (id, answer) = (Interlocked.Increment(ref _asked), new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously));
        _open[id] = answer;
        Write(JsonSerializer.Serialize(new Question(id, isStart, order)));
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
            if (line == Worker.Ready)
                _ready.SetResult();
            else if (line.StartsWith(Worker.Dying, StringComparison.Ordinal))
                _diedAt = line[Worker.Dying.Length..];
            else
                Answered(line);
        }

        _ready.TrySetException(new IOException("The worker died at its start."));
        Abandon();
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
