using System.Diagnostics;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The step at which this process dies by its own SIGKILL: nothing is flushed, nothing is cleaned up.</summary>
internal sealed class StepKiller(string? dieAt, int occurrence)
{
    private int _seen;

    public void Reach(string step)
    {
        if (step != dieAt || Interlocked.Increment(ref _seen) != occurrence)
            return;
        Console.WriteLine(Worker.Dying + step);
        Process.GetCurrentProcess().Kill();
        // The signal is on its way; whoever got here goes no step further.
        Thread.Sleep(Timeout.Infinite);
    }
}
