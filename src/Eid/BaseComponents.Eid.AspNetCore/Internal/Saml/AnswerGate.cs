using System.Threading.RateLimiting;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Bounds how many answers are checked at the same time, and how many wait for that: the first to come is the first to go on.</summary>
internal sealed class AnswerGate(int atOnce, int waiting, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>A place, to be disposed of after use; null where there is none.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestWait, clock);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        try
        {
            var lease = await _limiter.AcquireAsync(1, wait.Token).ConfigureAwait(false);
            return lease.IsAcquired ? lease : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _limiter.Dispose();
}
