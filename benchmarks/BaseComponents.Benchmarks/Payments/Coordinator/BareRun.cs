using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>Does by ADO.NET and HttpClient what the coordinator did for an order, statement by statement, for another order.</summary>
internal sealed class BareRun(Script script, Func<DbConnection> connect) : IDisposable
{
    private readonly HttpClient _service = new(new InstantService()) { BaseAddress = new Uri("https://bezahlen.example/") };

    public Task PayAsync(string reference, string requestId) => PlayAsync(script.Payment, reference, requestId);

    public Task DeliverAsync(string reference, string requestId) => PlayAsync(script.Delivery, reference, requestId);

    public void Dispose() => _service.Dispose();

    private async Task PlayAsync(IReadOnlyList<Step> steps, string reference, string requestId)
    {
        DbConnection? connection = null;
        DbTransaction? transaction = null;
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Open:
                    connection = connect();
                    await connection.OpenAsync();
                    break;
                case Step.Close:
                    await connection!.DisposeAsync();
                    break;
                case Step.Begin begin:
                    transaction = await connection!.BeginTransactionAsync(begin.Isolation);
                    break;
                case Step.Commit:
                    await transaction!.CommitAsync();
                    await transaction.DisposeAsync();
                    transaction = null;
                    break;
                case Step.Call call:
                    await CallAsync(call, requestId);
                    break;
                case Step.Statement statement:
                    await RunAsync(connection!, transaction, statement, reference, requestId);
                    break;
                default:
                    throw new InvalidOperationException($"A {step.GetType().Name} cannot be done again.");
            }
        }
    }

    private async Task RunAsync(DbConnection connection, DbTransaction? transaction, Step.Statement statement, string reference, string requestId)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement.Text;
        foreach (var (name, type, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            parameter.Value = value is string text
                ? text.Replace(script.Reference, reference, StringComparison.Ordinal).Replace(script.RequestId, requestId, StringComparison.Ordinal)
                : value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[64];
        do
        {
            while (await reader.ReadAsync())
                reader.GetValues(row);
        }
        while (await reader.NextResultAsync());
    }

    private async Task CallAsync(Step.Call call, string requestId)
    {
        using var answer = call.IsCreate
            ? await _service.PostAsJsonAsync("paymenttransaction", new { requestId, currency = "EUR", grosAmount = 232.05m })
            : await _service.GetAsync(new Uri($"paymenttransaction/T-{requestId}", UriKind.Relative));
        using var transaction = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        if (transaction.RootElement.GetProperty("paymentInformation").GetProperty("status").GetString() is not ("INITIAL" or "PAYED"))
            throw new InvalidOperationException("The service gives no state.");
    }
}
