using BaseComponents.Payments.Testing.Internal;

namespace BaseComponents.Payments.Testing;

/// <summary>A payment service in memory: orders are checked as the real client does, and the test decides how each payment ends.</summary>
public sealed class FakePaymentClient : IPaymentClient
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, FakePayment> _payments = new(StringComparer.Ordinal);
    private readonly Queue<PaymentException> _faults = new();
    private readonly TimeProvider _clock;

    /// <summary>A service without payments.</summary>
    /// <param name="clock">Clock of the payments.</param>
    public FakePaymentClient(TimeProvider? clock = null) => _clock = clock ?? TimeProvider.System;

    /// <summary>The orders that began an attempt, in their sequence; a repeated start begins none.</summary>
    public IReadOnlyList<PaymentOrder> Orders { get; private set; } = [];

    /// <summary>The next start or refresh fails with this fault; called several times, the faults are used one after the other.</summary>
    public void FailNext(PaymentException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_changing)
            _faults.Enqueue(fault);
    }

    /// <summary>Moves a payment, as the citizen on the pay page or the service would.</summary>
    /// <returns>What the application's handlers get of it.</returns>
    /// <exception cref="InvalidOperationException">No such payment, or the real one never moves that way.</exception>
    public PaymentEvent Move(string reference, PaymentState state)
    {
        lock (_changing)
        {
            if (!_payments.TryGetValue(reference, out var payment))
                throw new InvalidOperationException("No payment was started under that reference.");
            return payment.Move(state, _clock.GetUtcNow());
        }
    }

    /// <inheritdoc/>
    public Task<Payment> StartAsync(PaymentOrder order, CancellationToken cancellationToken = default) => StartAsync(order, PaymentRoute.PayPage, cancellationToken);

    /// <inheritdoc/>
    public Task<Payment> StartTransferAsync(PaymentOrder order, CancellationToken cancellationToken = default) => StartAsync(order, PaymentRoute.Transfer, cancellationToken);

    /// <inheritdoc/>
    public Task<Payment?> CancelTransferAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_changing)
        {
            if (_payments.TryGetValue(reference, out var payment) && payment.Current.State is PaymentState.AwaitingTransfer)
                payment.Move(PaymentState.Canceled, _clock.GetUtcNow());
            return Task.FromResult(payment?.Current);
        }
    }

    private Task<Payment> StartAsync(PaymentOrder order, PaymentRoute route, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        cancellationToken.ThrowIfCancellationRequested();
        if (order.Check() is { Count: > 0 } findings)
            throw new PaymentException(PaymentErrors.OrderInvalid, $"The order breaks {findings.Count} rule(s) of XBezahldienste 1.0.") { Findings = findings };
        lock (_changing)
        {
            ThrowNext();
            return Task.FromResult(Start(order, route));
        }
    }

    /// <inheritdoc/>
    public Task<Payment?> FindAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_changing)
            return Task.FromResult(_payments.GetValueOrDefault(reference)?.Current);
    }

    /// <inheritdoc/>
    public Task<Payment?> RefreshAsync(string reference, CancellationToken cancellationToken = default)
    {
        lock (_changing)
            ThrowNext();
        return FindAsync(reference, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> HintAsync(string transactionReference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(transactionReference);
        lock (_changing)
            return Task.FromResult(_payments.Values.Any(payment => payment.Current.TransactionReference == transactionReference));
    }

    /// <summary>What <see cref="GetServiceStatusAsync"/> says.</summary>
    public PaymentServiceStatus ServiceStatus { get; set; }

    /// <inheritdoc/>
    public Task<PaymentServiceStatus> GetServiceStatusAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ServiceStatus);
    }

    private Payment Start(PaymentOrder order, PaymentRoute route)
    {
        if (_payments.TryGetValue(order.Reference, out var existing))
        {
            existing.ThrowIfDifferent(order);
            if (!existing.Current.MayBeStartedAgain)
                return existing.Current;
        }

        var begun = new FakePayment(order, route, (existing?.Current.Attempt ?? 0) + 1, _clock.GetUtcNow());
        _payments[order.Reference] = begun;
        Orders = [.. Orders, order];
        return begun.Current;
    }

    private void ThrowNext()
    {
        if (_faults.TryDequeue(out var fault))
            throw fault;
    }
}
