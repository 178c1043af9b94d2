using BaseComponents.Payments;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Cases;

/// <summary>
/// What the person of a case may ask for: a copy of what is stored, and its erasure (Auskunft, Löschung; Art. 15 and 17 DSGVO). For a clerk's page or command behind the town's own log-in:
/// whoever calls it has made sure who asks.
/// </summary>
public sealed class CaseRights(CaseDb db, CaseSeal seal, IPaymentOperations payments)
{
    /// <summary>Everything that is stored under a case number; null when there is nothing.</summary>
    public async Task<CaseCopy?> ShowAsync(string number, CancellationToken cancellationToken = default)
    {
        #region show
        var row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancellationToken);
        var proof = row is null ? null : await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == row.Id, cancellationToken);
        var content = row is null ? null : seal.Open(row.Id, row.Content);
        var insurance = proof is null ? null : seal.OpenProof(proof.CaseId, proof.Content);
        var paid = await payments.ShowAsync(number, cancellationToken);
        #endregion
        return row is null && paid is null ? null : new CaseCopy(content, insurance, paid);
    }

    /// <summary>Erases a case and what leads to its person in its payments.</summary>
    /// <param name="number">Vorgangsnummer.</param>
    /// <param name="decidedBy">An identifier of the staff, never a citizen's name: it stays in the audit.</param>
    /// <param name="reason">Why, without personal data: it stays in the audit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where it is paid and the office has not got it yet; nothing was erased then.</returns>
    /// <exception cref="PaymentException">A payment may still come, or a clerk has to decide about one; nothing was erased.</exception>
    public async Task<bool> EraseAsync(string number, string decidedBy, string reason, CancellationToken cancellationToken = default)
    {
        #region erase
        if (await db.Cases.AnyAsync(c => c.Number == number && (c.Stage == CaseStage.Due || c.Stage == CaseStage.Stored), cancellationToken))
            return false;
        // First the payments: they refuse while money may still come. Interrupted here, the whole is called again.
        await payments.EraseAsync(number, decidedBy, reason, cancellationToken);
        await db.Cases.Where(c => c.Number == number).ExecuteDeleteAsync(cancellationToken);
        return true;
        #endregion
    }
}

/// <summary>What is stored about a case, opened. Belongs into the hands of the person it is about.</summary>
/// <param name="Content">The form, the keeper, the office; null when the case is gone.</param>
/// <param name="Insurance">The proof of insurance as it was uploaded.</param>
/// <param name="Payments">Amounts, states, times and Kassenzeichen; null when nothing was paid here, or it was erased.</param>
public sealed record CaseCopy(DogCase? Content, byte[]? Insurance, PaymentCase? Payments)
{
    /// <summary>The name of the type: it must not reach a log.</summary>
    public override string ToString() => nameof(CaseCopy);
}
