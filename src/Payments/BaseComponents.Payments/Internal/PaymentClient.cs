using BaseComponents.Payments.Wire;

namespace BaseComponents.Payments.Internal;

/// <inheritdoc cref="IPaymentClient"/>
internal sealed class PaymentClient(string tenant, PaymentLedger ledger, PaymentCreation creation, PaymentLookup lookup, PaymentHints hints, IPaymentService service) : IPaymentClient
{
    // One round per thing another caller can do in between; more means something is wrong.
    private const int MaxRounds = 10;

    public Task<Payment> StartAsync(PaymentOrder order, CancellationToken cancellationToken = default) => StartAsync(order, PaymentRoute.PayPage, cancellationToken);

    public Task<Payment> StartTransferAsync(PaymentOrder order, CancellationToken cancellationToken = default) => StartAsync(order, PaymentRoute.Transfer, cancellationToken);

    public async Task<Payment?> CancelTransferAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
        if (Attempts.Deciding(attempts) is not { } current)
            return null;
        return (await ledger.ChangeAsync(current, Transition.TransferCanceled, cancellationToken).ConfigureAwait(false)).ToPayment();
    }

    public async Task<Payment?> FindAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
        return Attempts.Deciding(attempts)?.ToPayment();
    }

    public async Task<Payment?> RefreshAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        using var activity = Telemetry.Start("payments.refresh", tenant);
        var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
        if (Attempts.Deciding(attempts) is not { } current)
            return null;
        current = await lookup.LookAsync(current, cancellationToken).ConfigureAwait(false);
        return current.ToPayment();
    }

    public Task<bool> HintAsync(string transactionReference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(transactionReference);
        return hints.TakeAsync(transactionReference, cancellationToken);
    }

    public Task<PaymentServiceStatus> GetServiceStatusAsync(CancellationToken cancellationToken = default) => service.StatusAsync(cancellationToken);

    private async Task<Payment> StartAsync(PaymentOrder order, PaymentRoute route, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var activity = Telemetry.Start("payments.start", tenant);
        OrderFaults.ThrowIfInvalid(order);
        var fingerprint = OrderFingerprint.Of(order);
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await TryStartAsync(order, fingerprint, route, cancellationToken).ConfigureAwait(false) is { } record)
                return record.ToPayment();
        }

        throw new PaymentException(PaymentErrors.Contention, "Many callers start the same payment at once. Try again.") { IsTransient = true };
    }

    /// <summary>One round; null when the picture changed and has to be looked at again.</summary>
    private async Task<PaymentRecord?> TryStartAsync(PaymentOrder order, string fingerprint, PaymentRoute route, CancellationToken cancellationToken)
    {
        var attempts = await ledger.ListAsync(order.Reference, cancellationToken).ConfigureAwait(false);
        var current = Attempts.Deciding(attempts);
        if (current is null)
            return await BeginAsync(order, fingerprint, attempt: 1, route, cancellationToken).ConfigureAwait(false);
        OrderFaults.ThrowIfDifferent(current, fingerprint);
        // One way at a time: whoever wants another one gives the first one up.
        if (current.State is PaymentState.AwaitingTransfer || (route is PaymentRoute.Transfer && current.State is PaymentState.Creating or PaymentState.OutcomeUnknown))
            return current;
        if (current.State is PaymentState.Creating or PaymentState.OutcomeUnknown)
        {
            current = await creation.SendAsync(current, order, cancellationToken).ConfigureAwait(false);
            return current.State is PaymentState.Abandoned ? null : current;
        }

        // An unpaid attempt is looked at once more before it is offered again or a new one begins.
        current = await lookup.LookAsync(current, cancellationToken).ConfigureAwait(false);
        // Found by the reconciler before any answer named its pay page: the same key brings it.
        if (current is { State: PaymentState.Open, PayPage: null })
            return await creation.SendAsync(current, order, cancellationToken).ConfigureAwait(false);
        if (!current.ToPayment().MayBeStartedAgain)
            return current;
        return await PaidInAnotherTabAsync(attempts.SkipLast(1), cancellationToken).ConfigureAwait(false)
            ?? await BeginAsync(order, fingerprint, current.Attempt + 1, route, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of the attempts before the newest, one that brought money meanwhile: what was given up here may still be open at the service.</summary>
    private async Task<PaymentRecord?> PaidInAnotherTabAsync(IEnumerable<PaymentRecord> older, CancellationToken cancellationToken)
    {
        foreach (var attempt in older.Where(static attempt => attempt is { State: PaymentState.Expired or PaymentState.Abandoned, NextCheckAt: not null }))
        {
            var looked = await lookup.LookAsync(attempt, cancellationToken).ConfigureAwait(false);
            if (Transition.IsFinal(looked.State))
                return looked;
        }

        return null;
    }

    private async Task<PaymentRecord?> BeginAsync(PaymentOrder order, string fingerprint, int attempt, PaymentRoute route, CancellationToken cancellationToken)
    {
        if (await ledger.TryBeginAsync(order, fingerprint, attempt, route, cancellationToken).ConfigureAwait(false) is not { } intent)
        {
            await ledger.ThrowIfErasedAsync(order.Reference, attempt, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return route is PaymentRoute.Transfer ? intent : await creation.SendAsync(intent, order, cancellationToken).ConfigureAwait(false);
    }
}
