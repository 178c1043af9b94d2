using HealthCertificate.Appointments;

namespace HealthCertificate.Cases;

/// <summary>Ends a case before anything is paid: the seat is free for others at once, and nothing of the person stays.</summary>
public sealed class Cancellation(CaseDb db, CaseStore cases, Seats seats)
{
    public async Task RunAsync(CaseRow row, CancellationToken cancellationToken)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancellationToken);
        row.Stage = CaseStage.Cancelled;
        await seats.FreeAsync(row.Id, cancellationToken);
        await cases.SaveAsync(row, cases.Open(row) with { Person = null, Mail = null, CertificatePem = null }, cancellationToken);
        await together.CommitAsync(cancellationToken);
    }
}
