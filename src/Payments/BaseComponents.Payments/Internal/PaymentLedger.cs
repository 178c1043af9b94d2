using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>The stored payments of one registration. Every change is a compare-and-swap: whoever read an old version tries again on the new one.</summary>
internal sealed partial class PaymentLedger(string tenant, IPaymentStore store, IOptionsMonitor<PaymentsOptions> options, TimeProvider clock, PaymentSignal signal, PaymentTrail trail, ILogger logger)
{
    private const int MaxRounds = 50;
    private const int RoundsWithoutPause = 5;

    public PaymentsOptions Options => options.Get(tenant);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IReadOnlyList<PaymentRecord>> ListAsync(string reference, CancellationToken cancellationToken) =>
        store.ListAttemptsAsync(tenant, reference, cancellationToken);

    /// <summary>Stores the intent of an attempt; null when somebody else stored it first.</summary>
    public async Task<PaymentRecord?> TryBeginAsync(PaymentOrder order, string fingerprint, int attempt, PaymentRoute route, CancellationToken cancellationToken)
    {
        var now = Now;
        var requestId = RequestKey.Derive(tenant, order.Reference, attempt);
        var intent = new PaymentRecord
        {
            Tenant = tenant,
            Reference = order.Reference,
            Attempt = attempt,
            RequestId = requestId,
            Fingerprint = fingerprint,
            Amount = order.Total,
            Route = route,
            State = route is PaymentRoute.Transfer ? PaymentState.AwaitingTransfer : PaymentState.Creating,
            TransactionReference = route is PaymentRoute.Transfer ? RequestKey.TransferReference(requestId) : null,
            CreatedAt = now,
            UpdatedAt = now,
        };
        intent = intent with { NextCheckAt = CheckSchedule.Next(intent, Options, now) };
        if (!await store.TryAddAsync(intent, cancellationToken).ConfigureAwait(false))
            return null;
        Begun(logger, tenant, intent.RequestId, attempt);
        trail.Begun(intent);
        return intent;
    }

    /// <summary>What was erased keeps its key, and with it its place: a new payment under the old reference would be the old one to the service.</summary>
    public async Task ThrowIfErasedAsync(string reference, int attempt, CancellationToken cancellationToken)
    {
        var requestId = RequestKey.Derive(tenant, reference, attempt);
        if ((await ListAsync(ErasedReference.Of(requestId), cancellationToken).ConfigureAwait(false)).Count > 0)
            throw OrderFaults.Erased(requestId);
    }

    /// <summary>Applies a change to the attempt, on its newest version, with the decision of a clerk behind it where there is one.</summary>
    public async ValueTask<PaymentRecord> ChangeAsync(
        PaymentRecord record, Func<PaymentRecord, PaymentRecord> change, CancellationToken cancellationToken, Func<PaymentRecord, PaymentRecord, Task<PaymentAuditEntry>>? audit = null)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var next = await OnceAsync(record, change(record), cancellationToken).ConfigureAwait(false);
            if (next == record)
                return record;
            next = Stamped(record, next);
            var entry = audit is null ? null : await audit(record, next).ConfigureAwait(false);
            if (await store.TryUpdateAsync(next, EventOf(record, next), entry, cancellationToken).ConfigureAwait(false))
                return Changed(record, next, entry);
            await StepAsideAsync(round, cancellationToken).ConfigureAwait(false);
            record = await NewestAsync(record, cancellationToken).ConfigureAwait(false);
        }

        throw new PaymentException(PaymentErrors.Contention, "Many callers change the same payment at once. Try again.") { IsTransient = true, CorrelationId = record.RequestId };
    }

    public async Task<PaymentRecord> NewestAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var attempts = await ListAsync(record.Reference, cancellationToken).ConfigureAwait(false);
        return attempts.SingleOrDefault(attempt => attempt.Attempt == record.Attempt) ?? throw OrderFaults.Erased(record.RequestId);
    }

    // Hints about one payment may come by the hundred: whoever has lost several times waits a little, and not in step with the others.
    private async Task StepAsideAsync(int round, CancellationToken cancellationToken)
    {
        if (round >= RoundsWithoutPause)
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, round)), clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The second attempt that brings money is a double payment. Two that come at the same moment are told apart by the store, which refuses one.</summary>
    private async ValueTask<PaymentRecord> OnceAsync(PaymentRecord before, PaymentRecord next, CancellationToken cancellationToken)
    {
        if (!next.HasMoney || before.HasMoney)
            return next;
        var attempts = await ListAsync(before.Reference, cancellationToken).ConfigureAwait(false);
        return attempts.Any(other => other.Attempt != before.Attempt && other.HasMoney) ? Transition.Double(next) : next;
    }

    private PaymentRecord Stamped(PaymentRecord before, PaymentRecord next)
    {
        var now = Now;
        var stamped = next with
        {
            UpdatedAt = now,
            OpenedAt = next.OpenedAt ?? (next.State is PaymentState.Open ? now : null),
            PaidAt = next.PaidAt ?? (next.HasMoney || next.State is PaymentState.DoublePayment ? now : null),
        };
        return before.State == next.State ? stamped : stamped with { NextCheckAt = CheckSchedule.Next(stamped, Options, now) };
    }

    private PaymentRecord Changed(PaymentRecord before, PaymentRecord next, PaymentAuditEntry? entry)
    {
        if (entry is not null)
            trail.Audit.Acted(entry);
        if (before.State != next.State)
        {
            Moved(logger, tenant, next.RequestId, before.State, next.State);
            Telemetry.Moved(tenant, next.State);
            trail.Moved(before, next);
            signal.Set();
        }

        return next with { Version = next.Version + 1 };
    }

    private static PaymentEvent? EventOf(PaymentRecord before, PaymentRecord next) => before.State == next.State || !Transition.IsReported(next.State)
        ? null
        : new PaymentEvent
        {
            Id = PaymentTrail.EventId(next),
            Tenant = next.Tenant,
            Reference = next.Reference,
            Attempt = next.Attempt,
            State = next.State,
            Amount = next.Amount,
            TransactionReference = next.TransactionReference,
            Method = next.Method,
            OccurredAt = next.UpdatedAt,
        };

    [LoggerMessage(2001, LogLevel.Information, "Payment {RequestId} begun (tenant '{Tenant}', attempt {Attempt}).")]
    private static partial void Begun(ILogger logger, string tenant, string requestId, int attempt);

    [LoggerMessage(2002, LogLevel.Information, "Payment {RequestId} moved from {Before} to {After} (tenant '{Tenant}').")]
    private static partial void Moved(ILogger logger, string tenant, string requestId, PaymentState before, PaymentState after);
}
