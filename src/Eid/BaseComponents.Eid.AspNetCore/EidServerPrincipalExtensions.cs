using System.Security.Claims;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>What the identity card answered to questions about age and place.</summary>
public static class EidServerPrincipalExtensions
{
    internal const string AgeClaim = "eid.fulfils_age";
    internal const string PlaceClaim = "eid.fulfils_place";

    /// <summary>Whether the citizen has reached <see cref="EidServerOptions.MinimumAge"/>; null where it was not asked, not answered, or the citizen did not log in with the card.</summary>
    /// <param name="user">The user of the request.</param>
    /// <remarks>Altersverifikation</remarks>
    public static bool? FulfilsMinimumAge(this ClaimsPrincipal user) => Read(user, AgeClaim);

    /// <summary>Whether the citizen lives in <see cref="EidServerOptions.CommunityId"/>; null where it was not asked, not answered, or the citizen did not log in with the card.</summary>
    /// <param name="user">The user of the request.</param>
    /// <remarks>Wohnortabfrage</remarks>
    public static bool? LivesInCommunity(this ClaimsPrincipal user) => Read(user, PlaceClaim);

    internal static IEnumerable<Claim> Claims(bool? fulfilsAge, bool? fulfilsPlace)
    {
        if (fulfilsAge is { } age)
            yield return new Claim(AgeClaim, age.ToString(), ClaimValueTypes.Boolean);
        if (fulfilsPlace is { } place)
            yield return new Claim(PlaceClaim, place.ToString(), ClaimValueTypes.Boolean);
    }

    // Only beside the identity itself: a claim that another log-in of the application brought along says nothing.
    private static bool? Read(ClaimsPrincipal user, string type)
    {
        ArgumentNullException.ThrowIfNull(user);
        var card = user.Identities.FirstOrDefault(static identity => identity.IsAuthenticated && identity.HasClaim(static claim => claim.Type == EidClaimTypes.Version));
        return bool.TryParse(card?.FindFirst(type)?.Value, out var answer) ? answer : null;
    }
}
