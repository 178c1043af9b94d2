using EmployerReimbursement.Claims;
using Microsoft.EntityFrameworkCore;

namespace EmployerReimbursement.Cases;

/// <summary>
/// What a person may ask for: a copy of what is stored, and its erasure (Auskunft, Löschung; Art. 15 and 17 DSGVO). For a clerk's command behind the town's own log-in: whoever calls it
/// has made sure who asks, the employee as well as the employer.
/// </summary>
public sealed class ClaimRights(ClaimDb db, ClaimStore store)
{
    /// <summary>Everything that is stored under a number; null when there is nothing.</summary>
    public async Task<(Claim Content, UploadedFile? Proof)?> ShowAsync(string number, CancellationToken cancellationToken = default) =>
        await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancellationToken) is { } row
            ? (store.Open(row).Content, await store.FindProofAsync(row.Id, cancellationToken))
            : null;

    /// <summary>Erases an application; false where the office has not got it yet, and nothing was erased then.</summary>
    public async Task<bool> EraseAsync(string number, CancellationToken cancellationToken = default) =>
        await db.Claims.Where(c => c.Number == number && (c.Stage == ClaimStage.Draft || c.Stage == ClaimStage.Sent)).ExecuteDeleteAsync(cancellationToken) > 0;
}
