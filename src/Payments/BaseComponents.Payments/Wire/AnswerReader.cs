using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BaseComponents.Payments.Wire;

/// <summary>Reads answers of the service. What does not parse says nothing of its content: it may hold a person's data.</summary>
internal static class AnswerReader
{
    public static async Task<PaymentTransaction> TransactionAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        await ReadAsync(answer, WireJson.Default.PaymentTransaction, cancellationToken).ConfigureAwait(false)
        ?? throw Faults.Unreadable("it is not the JSON of a payment transaction");

    /// <summary>What the service says about an error; null when it is not the service that speaks, but a proxy or a server at a wrong address.</summary>
    public static async Task<Problem?> ProblemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var problem = await ReadAsync(answer, WireJson.Default.Problem, cancellationToken).ConfigureAwait(false);
        return problem?.Code is not null || answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? problem : null;
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            // Bounded by BoundedAnswerHandler and in memory already.
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            // Not JSON, or not of that shape: the caller decides what that means.
            return null;
        }
    }
}
