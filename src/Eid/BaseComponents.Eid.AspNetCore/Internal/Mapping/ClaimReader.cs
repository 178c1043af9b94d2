using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>Looks claims up by name: among the verified ones first, then in the signed ID token, then in the userinfo answer.</summary>
internal sealed class ClaimReader(BrokerAnswer answer, EidBrokerVerifiedClaimsOptions settings)
{
    private const int LongestValue = 2000;

    private readonly IReadOnlyList<VerifiedSet> _verified = VerifiedClaims.Read(answer, settings);

    public JsonElement? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        return FindVerified(name)?.Value ?? (settings.Only && name != "sub" ? null : FindPlain(name));
    }

    /// <summary>What the broker says of the log-in or of other claims: never a datum that could be verified itself.</summary>
    public JsonElement? FindPlain(string? name) =>
        string.IsNullOrEmpty(name) ? null : In(answer.IdToken, name) ?? (answer.UserInfo is { } userInfo ? In(userInfo, name) : null);

    /// <summary>How far the value that <see cref="Find"/> gives was checked; null where the broker states nothing of the kind.</summary>
    public AssuranceLevel? VerifiedLevel(string? name) => string.IsNullOrEmpty(name) ? null : FindVerified(name)?.Level;

    /// <summary>A text; of a list its first text; null for anything else and for empty texts.</summary>
    public string? Text(string? name) => Find(name) is { } value ? Text(value) : null;

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

    // The pseudonym is the log-in's own: nobody verifies it.
    private (AssuranceLevel Level, JsonElement Value)? FindVerified(string name)
    {
        if (name == "sub")
            return null;
        foreach (var set in _verified)
            if (In(set.Claims, name) is { } value)
                return (set.Level, value);
        return null;
    }

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
