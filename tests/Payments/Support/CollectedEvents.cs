using System.Collections.Concurrent;
using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

internal sealed class CollectedEvents
{
    private readonly ConcurrentQueue<PaymentEvent> _all = new();

    public IReadOnlyList<PaymentEvent> All => [.. _all];

    public void Add(PaymentEvent paymentEvent) => _all.Enqueue(paymentEvent);
}

internal sealed class CollectEvents(CollectedEvents collected) : IPaymentEventHandler
{
    public Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        collected.Add(paymentEvent);
        return Task.CompletedTask;
    }
}
