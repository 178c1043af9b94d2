namespace BaseComponents.Tests.Scale.Workers;

/// <summary>Where one worker after the other serves: each dies its death and the next one takes over, until nobody has to die any more.</summary>
internal sealed class WorkerSlot(Func<PlannedKill?, WorkerProcess> start, KillPlan killPlan, Func<string, Task> killed)
{
    // When no citizens are left, nobody asks.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);
    private volatile WorkerProcess? _current;

    /// <exception cref="IOException">Nobody is there, or is gone before the answer.</exception>
    public Task<Answer> AskAsync(Func<long, string> question) => (_current ?? throw new IOException("Nobody is there.")).AskAsync(question);

    /// <summary>Serves until it is told to stop; the last worker is killed as well.</summary>
    public async Task RunAsync(Task stop)
    {
        while (killPlan.Next() is { } kill)
        {
            await using var worker = start(kill);
            await LiveAsync(worker, kill);
            var diedAt = await worker.EndAsync();
            killPlan.Came(kill, diedAt);
            await killed(diedAt ?? "any moment");
        }

        await using var last = start(null);
        await last.Ready;
        _current = last;
        if (await Task.WhenAny(stop, last.EndAsync()) != stop)
            throw new InvalidOperationException("A worker died that nobody has killed.");
        _current = null;
    }

    private async Task LiveAsync(WorkerProcess worker, PlannedKill kill)
    {
        var end = worker.EndAsync();
        if (!kill.IsEarly)
        {
            // Whoever dies before it is ready never serves.
            await Task.WhenAny(worker.Ready, end);
            _current = worker;
            await Task.WhenAny(worker.WhenAnsweredAsync(kill.Answers), end, Task.Delay(LongestIdle));
        }

        await Task.WhenAny(end, Task.Delay(kill.After));
        _current = null;
        worker.Kill();
    }
}
