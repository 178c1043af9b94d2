using System.Text.Json.Serialization;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>One page with what stands around it.</summary>
internal sealed record BulkAnswer(
    [property: JsonPropertyName("xzufiObjekte")] string Objects,
    [property: JsonPropertyName("vollstaendig")] bool IsComplete,
    [property: JsonPropertyName("naechsterIndex")] long NextIndex,
    [property: JsonPropertyName("naechsteAnfrageUrl")] string NextAddress);
