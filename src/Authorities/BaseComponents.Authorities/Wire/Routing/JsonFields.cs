using System.Text.Json;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Looks for members of an object; what is there in another form than wanted counts as missing.</summary>
internal static class JsonFields
{
    public static JsonElement? Member(this JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    public static string? Text(this JsonElement element, string name) => element.Member(name, JsonValueKind.String) is { } member ? member.Text() : null;

    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character, or bytes that are none.
            return null;
        }
    }

    public static int? Number(this JsonElement element, string name) =>
        element.Member(name, JsonValueKind.Number) is { } member && member.TryGetInt32(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Member(name, JsonValueKind.Array)?.EnumerateArray() ?? [];
}
