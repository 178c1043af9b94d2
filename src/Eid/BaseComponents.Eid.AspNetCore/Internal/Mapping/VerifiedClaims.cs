using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>Claims of one accepted way of checking, and what that is worth.</summary>
internal readonly record struct VerifiedSet(AssuranceLevel Level, JsonElement Claims);

/// <summary>Reads <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0, section 5): those checked by accepted rules, the best first. All else is not verified, whatever it says.</summary>
internal static class VerifiedClaims
{
    private const int Most = 16;

    public static IReadOnlyList<VerifiedSet> Read(BrokerAnswer answer, EidBrokerVerifiedClaimsOptions settings) => settings.Frameworks.Count == 0
        ? []
        : [.. Sets(answer.IdToken).Concat(answer.UserInfo is { } userInfo ? Sets(userInfo) : []).Select(set => Accepted(set, settings)).OfType<VerifiedSet>().OrderByDescending(set => set.Level)];

    private static JsonElement[] Sets(JsonElement document)
    {
        if (document.ValueKind is not JsonValueKind.Object || !document.TryGetProperty("verified_claims", out var verified))
            return [];
        if (verified.ValueKind is not JsonValueKind.Array)
            return [verified];
        return verified.GetArrayLength() <= Most ? [.. verified.EnumerateArray()] : throw new LoginFailure(EidLoginOutcome.Rejected, "verified-claims-too-many");
    }

    private static VerifiedSet? Accepted(JsonElement set, EidBrokerVerifiedClaimsOptions settings)
    {
        if (Object(set, "verification") is not { } verification || Object(set, "claims") is not { } claims)
            return null;
        if (Text(verification, "trust_framework") is not { } name || !TryLevel(verification, out var level))
            return null;
        var framework = settings.Frameworks.FirstOrDefault(known => known.Name == name && known.AssuranceLevel == level);
        return framework is null ? null : new VerifiedSet(framework.Level!.Value, claims);
    }

    // A level that is there and no text is none that could be compared: the set is not accepted.
    private static bool TryLevel(JsonElement verification, out string? level)
    {
        level = Text(verification, "assurance_level");
        return level is not null || !verification.TryGetProperty("assurance_level", out _);
    }

    private static JsonElement? Object(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
