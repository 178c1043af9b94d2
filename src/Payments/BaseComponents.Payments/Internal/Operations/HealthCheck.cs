using BaseComponents.Payments.Wire;
using BaseComponents.Shared;

namespace BaseComponents.Payments.Internal.Operations;

/// <summary>Looks at everything that makes payments stop, before a citizen does.</summary>
internal sealed class HealthCheck(string tenant, IPaymentStore store, PaymentLedger ledger, IPaymentService service, IClientCertificates certificates, ServiceClock time)
{
    private static readonly PaymentFilter Unresolved = new()
    {
        States = [PaymentState.OutcomeUnknown, PaymentState.PaidLate, PaymentState.Mismatch, PaymentState.DoublePayment],
    };

    public async Task<PaymentHealth> RunAsync(CancellationToken cancellationToken)
    {
        var now = ledger.Now;
        var (status, problem) = await AskAsync(cancellationToken).ConfigureAwait(false);
        var (ends, unreadable) = Certificate();
        var oldest = await store.ListAsync(tenant, new PaymentFilter { DueAt = now }, cancellationToken)
            .Select(static record => record.NextCheckAt).MinAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var (waiting, since) = await WaitingAsync(cancellationToken).ConfigureAwait(false);
        return new PaymentHealth
        {
            ServiceStatus = status,
            AccessProblem = unreadable ?? problem,
            CertificateEnds = ends,
            ClockDifference = time.Difference,
            Unresolved = waiting,
            UnresolvedSince = since,
            ReconcilerLag = oldest is { } due ? now - due : TimeSpan.Zero,
        };
    }

    private async Task<(int Count, DateTimeOffset? Since)> WaitingAsync(CancellationToken cancellationToken)
    {
        var (count, since) = (0, default(DateTimeOffset?));
        await foreach (var record in store.ListAsync(tenant, Unresolved, cancellationToken).ConfigureAwait(false))
            (count, since) = (count + 1, since < record.UpdatedAt ? since : record.UpdatedAt);
        return (count, since);
    }

    private async Task<(PaymentServiceStatus Status, string? Problem)> AskAsync(CancellationToken cancellationToken)
    {
        time.Forget();
        try
        {
            return (await service.StatusAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (PaymentException exception)
        {
            return (PaymentServiceStatus.Denied, exception.Message);
        }
    }

    private (DateTimeOffset? Ends, string? Problem) Certificate()
    {
        if (!certificates.Exist)
            return (null, null);
        try
        {
            return (certificates.Load().NotAfter.ToUniversalTime(), null);
        }
        catch (CertificateSourceException exception)
        {
            return (null, exception.Message);
        }
    }
}
