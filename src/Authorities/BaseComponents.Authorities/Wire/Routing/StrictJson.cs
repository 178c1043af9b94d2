using System.Text.Json;
using System.Text.Unicode;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>JSON that can be read in one way only: UTF-8, no name twice, not deep, nothing behind it.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>The document; null where it is not such.</returns>
    public static JsonDocument? Read(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            return null;
        try
        {
            return JsonDocument.Parse(utf8, _options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">It is not such.</exception>
    public static async Task<JsonDocument> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await stream.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var utf8 = body.GetBuffer().AsMemory(0, (int)body.Length);
        var start = utf8.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        return Read(utf8[start..]) ?? throw new JsonException("It is no JSON, not in UTF-8, too deep, or has a name twice.");
    }
}
