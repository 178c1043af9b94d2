using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>Writes down what goes to the database and to the service, in its order.</summary>
internal sealed class Recorder
{
    private List<Step> _steps = [];

    public IInterceptor[] Interceptors => [new Connections(this), new Transactions(this), new Commands(this)];

    /// <summary>What happened since the last time.</summary>
    public IReadOnlyList<Step> Take() => Interlocked.Exchange(ref _steps, []);

    public void Called(HttpMethod method) => _steps.Add(new Step.Call(method == HttpMethod.Post));

    private void Note(DbCommand command) => _steps.Add(new Step.Statement(
        command.CommandText,
        [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.DbType, parameter.Value))]));

    private sealed class Connections(Recorder recorder) : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            recorder._steps.Add(new Step.Open());
            return Task.CompletedTask;
        }

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            recorder._steps.Add(new Step.Close());
            return Task.CompletedTask;
        }
    }

    private sealed class Transactions(Recorder recorder) : DbTransactionInterceptor
    {
        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            recorder._steps.Add(new Step.Begin(result.IsolationLevel));
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            recorder._steps.Add(new Step.Commit());
            return Task.CompletedTask;
        }
    }

    private sealed class Commands(Recorder recorder) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            recorder.Note(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            recorder.Note(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            recorder.Note(command);
            return ValueTask.FromResult(result);
        }
    }
}
