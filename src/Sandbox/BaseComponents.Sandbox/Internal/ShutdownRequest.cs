using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Ctrl+C and SIGTERM belong to the program around the Sandbox, unless it asks the Sandbox to wait for them.</summary>
internal static class ShutdownRequest
{
    public static async Task WaitAsync(CancellationToken stopping, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take);
        await using var stopped = stopping.Register(() => asked.TrySetResult());
        await asked.Task.WaitAsync(cancellationToken);

        void Take(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }
    }

    /// <summary>The framework's own lifetime takes these signals and, where nobody waits for it, loses them: the process would go on.</summary>
    public sealed class OfTheProgramAround : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
