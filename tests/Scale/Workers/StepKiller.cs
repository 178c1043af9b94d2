using System.Diagnostics;

namespace BaseComponents.Tests.Scale.Workers;

/// <summary>The step at which this process dies by its own SIGKILL, nothing is flushed, nothing is cleaned up; or is frozen, where the name of the step begins so.</summary>
internal sealed class StepKiller(string? dieAt, int occurrence)
{
    public const string Frozen = "frozen-";
    private readonly ManualResetEventSlim _thawed = new();
    private int _seen;

    public void Reach(string step)
    {
        if (!IsMeant(step) || Interlocked.Increment(ref _seen) != occurrence)
            return;
        if (dieAt != step)
        {
            Console.WriteLine(WorkerProcess.Freezing + dieAt);
            _thawed.Wait();
            return;
        }

        Console.WriteLine(WorkerProcess.Dying + step);
        Process.GetCurrentProcess().Kill();
        // The signal is on its way; whoever got here goes no step further.
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>The process stands still no longer.</summary>
    public void Thaw() => _thawed.Set();

    private bool IsMeant(string step) => step == dieAt || dieAt == Frozen + step;
}
