using BaseComponents.Payments.Wire;

namespace BaseComponents.Payments.Internal.Operations;

/// <summary>Carries a clerk's decision out: state, event and line of the audit in one transaction.</summary>
internal sealed class Decisions(string tenant, PaymentLedger ledger, PaymentLookup lookup, PaymentAudit audit)
{
    public async Task<PaymentRecord> ResolveAsync(PaymentDecision decision, CancellationToken cancellationToken)
    {
        var record = await AttemptAsync(decision, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(decision, record);
        if (decision.Evidence is PaymentEvidence.LookedUp)
            await ThrowIfNotShownAsync(decision, record, cancellationToken).ConfigureAwait(false);
        var settled = await ledger.ChangeAsync(
            record, current => Decided(decision, current), cancellationToken, (before, after) => EntryAsync(decision, before, after, cancellationToken)).ConfigureAwait(false);
        return settled.State == record.State ? throw DecisionFaults.Refused("another attempt under its reference is paid", record.RequestId) : settled;
    }

    private async Task<PaymentRecord> AttemptAsync(PaymentDecision decision, CancellationToken cancellationToken)
    {
        var attempts = await ledger.ListAsync(decision.Reference, cancellationToken).ConfigureAwait(false);
        return attempts.SingleOrDefault(attempt => attempt.Attempt == decision.Attempt)
            ?? throw DecisionFaults.Refused($"there is no such attempt (tenant '{tenant}')");
    }

    // On the newest version each time: another clerk, or the service, may have been faster.
    private static PaymentRecord Decided(PaymentDecision decision, PaymentRecord current)
    {
        ThrowIfRefused(decision, current);
        return current with { State = DecisionRules.StateOf(decision.Resolution), PayPage = null };
    }

    private static void ThrowIfRefused(PaymentDecision decision, PaymentRecord record)
    {
        if (DecisionRules.Refusal(decision, record) is { } why)
            throw DecisionFaults.Refused(why, record.RequestId);
    }

    private async Task ThrowIfNotShownAsync(PaymentDecision decision, PaymentRecord record, CancellationToken cancellationToken)
    {
        var seen = await lookup.AskAsync(record, cancellationToken).ConfigureAwait(false);
        var wanted = decision.Resolution is PaymentResolution.Paid ? WireStatus.Paid : WireStatus.Reversed;
        if (seen is null || seen.Status != wanted || Transition.Contradicts(record, seen))
            throw DecisionFaults.Refused("the service was asked, and its answer does not show it", record.RequestId);
    }

    private async Task<PaymentAuditEntry> EntryAsync(PaymentDecision decision, PaymentRecord before, PaymentRecord after, CancellationToken cancellationToken)
    {
        var evidence = decision.Evidence.ToString()!;
        if (decision.Evidence is PaymentEvidence.Booked && await audit.IsUsedAsync(evidence, cancellationToken).ConfigureAwait(false))
            throw DecisionFaults.Refused("the entry of the bank has decided a payment already", before.RequestId);
        var draft = AuditChain.Draft(before, "resolve", $"{before.State} -> {after.State}", evidence, decision.DecidedBy.Trim(), decision.Reason, ledger.Now);
        return await audit.NextAsync(draft with { ConfirmedBy = decision.ConfirmedBy?.Trim() }, cancellationToken).ConfigureAwait(false);
    }
}
