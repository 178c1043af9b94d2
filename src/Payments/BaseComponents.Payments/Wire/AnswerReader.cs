using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BaseComponents.Payments.Wire;

/// <summary>Reads answers of the service. What does not parse says nothing of its content: it may hold a person's data.</summary>
internal static class AnswerReader
{
    private const string ProblemType = "application/problem+json";

    public static PaymentTransaction Transaction(HttpResponseMessage answer) => IsJson(answer)
        ? Read(answer, WireJson.Default.PaymentTransaction) ?? throw Faults.Unreadable("it is not the JSON of a payment transaction")
        : throw Faults.Unreadable("its Content-Type is not that of JSON");

    /// <summary>What the service says about an error; null when it is not the service that speaks, but a proxy or a server at a wrong address.</summary>
    public static Problem? Problem(HttpResponseMessage answer)
    {
        if (!IsJson(answer))
            return null;
        var problem = Read(answer, WireJson.Default.Problem);
        return problem?.Code is not null || Is(answer, ProblemType) ? problem : null;
    }

    // What calls itself a page is the word of a proxy or a portal, whatever it looks like inside.
    private static bool IsJson(HttpResponseMessage answer) => Is(answer, "application/json") || Is(answer, ProblemType);

    private static bool Is(HttpResponseMessage answer, string mediaType) => string.Equals(answer.Content.Headers.ContentType?.MediaType, mediaType, StringComparison.OrdinalIgnoreCase);

    private static T? Read<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            // Bounded by BoundedAnswerHandler and in memory already: nothing is waited for, nothing is copied.
            using var body = answer.Content.ReadAsStream();
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            // Not JSON, or not of that shape: the caller decides what that means.
            return null;
        }
    }
}
