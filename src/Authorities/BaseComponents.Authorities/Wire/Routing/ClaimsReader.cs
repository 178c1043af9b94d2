using System.Text.Json;
using BaseComponents.Authorities.Internal.Routing;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Reads what a signature over a destination says. All claims must be there in their form: a signature is not guessed at.</summary>
internal static class ClaimsReader
{
    private const int MostEntries = 10_000;

    /// <returns>The claims; null where one is missing or has another form.</returns>
    public static DestinationClaims? Read(byte[] json)
    {
        using var document = StrictJson.Read(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } claims)
            return null;
        if (claims.Text("iss") is not { Length: > 0 } issuer || claims.Text("submissionHost") is not { Length: > 0 } host)
            return null;
        if (!Guid.TryParseExact(claims.Text("destinationId"), "D", out var id) || !TryTime(claims, "iat", out var issued) || issued is not { } issuedAt)
            return null;
        if (!TryTime(claims, "nbf", out var begins) || !TryTime(claims, "exp", out var ends) || Services(claims) is not { } services)
            return null;
        return new DestinationClaims
        {
            Issuer = issuer,
            SubmissionHost = host,
            DestinationId = id,
            IssuedAt = issuedAt,
            NotBefore = begins,
            Expires = ends,
            Services = services,
        };
    }

    private static bool TryTime(JsonElement claims, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!claims.TryGetProperty(name, out var member))
            return true;
        if (member.ValueKind != JsonValueKind.Number || !member.TryGetInt64(out var seconds) || seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    private static List<SignedServices>? Services(JsonElement claims)
    {
        if (claims.Member("services", JsonValueKind.Array) is not { } entries || entries.GetArrayLength() > MostEntries)
            return null;
        var services = new List<SignedServices>(entries.GetArrayLength());
        foreach (var entry in entries.EnumerateArray())
        {
            if (Texts(entry, "leistungIDs") is not { } keys || Texts(entry, "gebietIDs") is not { } areas)
                return null;
            services.Add(new SignedServices(keys, [.. areas.Select(AreaOf).OfType<RegionKey>()]));
        }

        return services;
    }

    private static List<string>? Texts(JsonElement entry, string name)
    {
        if (entry.Member(name, JsonValueKind.Array) is not { } items)
            return null;
        var texts = new List<string>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
        {
            if (item.Text() is not { } text)
                return null;
            texts.Add(text);
        }

        return texts;
    }

    // Keys of other lists are no areas that anybody asks for here.
    private static RegionKey? AreaOf(string urn) =>
        urn.StartsWith(RegionKey.UrnPrefix, StringComparison.Ordinal) && !urn.AsSpan(RegionKey.UrnPrefix.Length).ContainsAnyExceptInRange('0', '9')
            && RegionKey.TryParse(urn, out var key)
                ? key
                : null;
}
