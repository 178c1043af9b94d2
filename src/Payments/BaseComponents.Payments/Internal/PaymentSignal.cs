namespace BaseComponents.Payments.Internal;

/// <summary>Wakes the background work at once when a payment of this process has moved.</summary>
internal sealed class PaymentSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set: one wake-up serves both.
        }
    }

    /// <summary>Waits for the signal, at most for the interval.</summary>
    public async Task WaitAsync(TimeSpan interval, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signalled = _set.WaitAsync(waiting.Token);
        await Task.WhenAny(signalled, Task.Delay(interval, clock, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        await signalled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _set.Dispose();
}
