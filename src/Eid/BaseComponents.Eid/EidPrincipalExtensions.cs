using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using BaseComponents.Eid.Internal;

namespace BaseComponents.Eid;

/// <summary>From the user of a request to the verified identity, and back.</summary>
public static class EidPrincipalExtensions
{
    /// <summary>The identity the user logged in with.</summary>
    /// <param name="user">The user of the request.</param>
    /// <exception cref="EidException">The user is not logged in with a state log-in (<c>eid.no-identity</c>). Demand one with an authorization policy.</exception>
    public static EidIdentity GetEidIdentity(this ClaimsPrincipal user) => user.TryGetEidIdentity(out var identity)
        ? identity
        : throw new EidException(
            "eid.no-identity",
            "The user of this request has no verified identity: not logged in, logged in by other means, or with a session of another version. " +
            "Demand the log-in with an authorization policy (RequireAssurance), or ask with TryGetEidIdentity.");

    /// <summary>The identity the user logged in with, if there is one.</summary>
    /// <param name="user">The user of the request.</param>
    /// <param name="identity">The verified identity.</param>
    public static bool TryGetEidIdentity(this ClaimsPrincipal user, [NotNullWhen(true)] out EidIdentity? identity)
    {
        ArgumentNullException.ThrowIfNull(user);
        var claims = user.Identities.FirstOrDefault(candidate => candidate.IsAuthenticated && IdentityClaims.AreIn(candidate));
        identity = claims is null ? null : IdentityClaims.Read(claims);
        return identity is not null;
    }

    /// <summary>The claims of an identity, for a session: nothing is lost, and nothing is added but the user key.</summary>
    /// <param name="identity">The identity to write down.</param>
    /// <param name="authenticationType">Name of the log-in, such as the scheme.</param>
    public static ClaimsIdentity ToClaimsIdentity(this EidIdentity identity, string authenticationType)
    {
        ArgumentNullException.ThrowIfNull(identity);
        // No claim is the display name: frameworks write User.Identity.Name into their logs.
        return new ClaimsIdentity(IdentityClaims.Write(identity), authenticationType, nameType: "eid.none", roleType: "eid.none");
    }
}
