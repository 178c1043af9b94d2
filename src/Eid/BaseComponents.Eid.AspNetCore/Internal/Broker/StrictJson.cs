using System.Text.Json;
using System.Text.Unicode;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>JSON of strangers: bounded in depth, no name twice, and every text in it is one. The framework notices broken letters only when somebody asks for the text.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <exception cref="JsonException">It is not acceptable.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new JsonException("A text is not made of letters.");
        var root = JsonElement.Parse(json, Options);
        // Only an escape can still stand for half a letter.
        if (json.Contains((byte)'\\'))
            CheckTexts(root);
        return root;
    }

    private static void CheckTexts(JsonElement root)
    {
        try
        {
            ReadTexts(root);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is not made of letters.", exception);
        }
    }

    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
            _ = value.GetString();
        else if (value.ValueKind is JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                ReadTexts(item);
        else if (value.ValueKind is JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                ReadTexts(member.Value);
            }
    }
}
