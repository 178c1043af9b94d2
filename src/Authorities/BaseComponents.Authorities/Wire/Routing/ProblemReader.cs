using System.Text.Json;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Reads the title of a problem (RFC 7807): never its detail, which may repeat what citizens type.</summary>
internal static class ProblemReader
{
    private const int MostBytes = 16 * 1024;
    private const int LongestTitle = 100;

    /// <returns>The title; null where there is none to be read.</returns>
    public static async Task<string?> TitleAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return null;
        try
        {
            using var stream = new Internal.LimitedStream(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), MostBytes);
            using var problem = await StrictJson.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            return RouteFacts.Line(problem.RootElement, "title") is { } title ? title[..Math.Min(title.Length, LongestTitle)] : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or HttpRequestException)
        {
            // The status says what there is to say.
            return null;
        }
    }
}
