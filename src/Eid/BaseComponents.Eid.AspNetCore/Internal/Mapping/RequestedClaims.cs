namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>Which claims the request asked for, as far as that can be known.</summary>
internal sealed class RequestedClaims(EidBrokerOptions broker)
{
    // OpenID Connect Core, section 5.4; only claims that this component reads.
    private static readonly Dictionary<string, string[]> StandardScopes = new(StringComparer.Ordinal)
    {
        ["openid"] = ["sub"],
        ["profile"] = ["given_name", "family_name", "birthdate", "gender"],
        ["email"] = ["email"],
        ["address"] = ["address"],
        ["phone"] = ["phone_number"],
        ["offline_access"] = [],
    };

    /// <summary>False only where it is certain: what a scope of the broker's own brings is not known.</summary>
    public bool MayHold(string? claim) =>
        claim is not null && (claim == "sub" || broker.Claims.Contains(claim) || broker.VerifiedClaims.Claims.Contains(claim) || broker.Scopes.Any(scope => MayBring(scope, claim)));

    private static bool MayBring(string scope, string claim) => !StandardScopes.TryGetValue(scope, out var claims) || claims.Contains(claim, StringComparer.Ordinal);
}
