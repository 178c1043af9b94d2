using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Sandbox.Payments;

/// <summary>JSON as the service reads and writes it: nothing empty, numbers as numbers only.</summary>
internal static class WireOptions
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
    };
}
