using System.Data.Common;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The moments around a commit, which no log of the client knows.</summary>
internal sealed class KillAtCommit(StepKiller killer) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        killer.Reach(Steps.Committing);
        return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        killer.Reach(Steps.Committed);
        return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
    }
}
