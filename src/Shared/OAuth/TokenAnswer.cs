using System.Text.Json.Serialization;

namespace BaseComponents.Shared.OAuth;

/// <summary>RFC 6749 section 5.1.</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("token_type")]
    public string? TokenType { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }
}

/// <summary>Tolerant of numbers as text; what says two things says nothing.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false, MaxDepth = 8, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenJson : JsonSerializerContext;
