using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;

namespace HealthCertificate.Paying;

/// <summary>Begins the payment of a case's fee. The seat is kept first, so that nobody pays for a seat that is gone.</summary>
public sealed class FeePayment(CaseDb db, CaseStore cases, Seats seats, IPaymentClient payments, PaymentReturnLinks links)
{
    /// <returns>False when the seat is somebody else's by now; nothing was begun then.</returns>
    /// <exception cref="PaymentException">The service refused the order or was not reached. The seat is kept; a start with the same case goes on with the same payment.</exception>
    public async Task<bool> TryStartAsync(CaseRow row, CancellationToken cancellationToken)
    {
        if (!await TryKeepAsync(row, cancellationToken))
            return false;
        await payments.StartAsync(OrderOf(row), cancellationToken);
        // The end of an earlier attempt may have been told in between, which gave the seat a time again.
        return await TryKeepAsync(row, cancellationToken);
    }

    /// <summary>Whether nothing can be paid any more, as far as the service has said.</summary>
    public static bool IsOver(Payment? payment) =>
        payment is null or { State: PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned or PaymentState.Rejected };

    private async Task<bool> TryKeepAsync(CaseRow row, CancellationToken cancellationToken)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Entry(row).ReloadAsync(cancellationToken);
        if (row.Stage is CaseStage.Paid or CaseStage.Attended)
            return true;
        if (row.Stage is CaseStage.Cancelled || !await seats.TryKeepAsync(row.Id, cancellationToken))
            return false;
        row.Stage = CaseStage.Paying;
        await cases.SaveAsync(row, cases.Open(row), cancellationToken);
        await together.CommitAsync(cancellationToken);
        return true;
    }

    private PaymentOrder OrderOf(CaseRow row) => new()
    {
        Reference = row.Number,
        Items = [PaymentItem.FromGross("gebuehr", new Euro(cases.Open(row).Fee)) with { Description = "Belehrung" }],
        // What it is for is nobody's business on a bank statement.
        Purpose = PurposeText.From(row.Number),
        Description = $"Vorgang {row.Number}",
        ReturnUrl = links.For(row.Number),
    };
}
