using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>Looks claims up by name: in the signed ID token first, then in the userinfo answer.</summary>
internal sealed class ClaimReader(BrokerAnswer answer)
{
    private const int LongestValue = 2000;

    public JsonElement? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        return In(answer.IdToken, name) ?? (answer.UserInfo is { } userInfo ? In(userInfo, name) : null);
    }

    /// <summary>A text; of a list its first text; null for anything else and for empty texts.</summary>
    public string? Text(string? name) => Find(name) is { } value ? Text(value) : null;

    public bool Has(string? name) => Find(name) is not null;

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Bounded(value.GetString()),
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => Bounded(item.GetString())).FirstOrDefault(),
        _ => null,
    };

    public static string? Member(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? Text(member) : null;

    /// <summary>A member that must be a text and nothing else, such as a level.</summary>
    public static string? ExactMember(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;

    private static JsonElement? In(JsonElement document, string name) =>
        document.ValueKind is JsonValueKind.Object && document.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    // What does not fit into a session cookie is no name and no address.
    private static string? Bounded(string? text) => text switch
    {
        null or "" => null,
        { Length: > LongestValue } => throw new LoginFailure(EidLoginOutcome.Rejected, "attribute-too-long"),
        _ => text,
    };
}
