using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Whether what was signed is what was asked for. A good signature over something else is worth nothing.</summary>
internal sealed class ClaimCheck(RoutingOptions options, TimeProvider clock)
{
    /// <returns>The first thing that is wrong; none if all is right.</returns>
    public DestinationRefusal? Refusal(DestinationClaims claims, Guid destination, LeikaKey service, AskedArea area)
    {
        if (claims.DestinationId != destination)
            return DestinationRefusal.OtherDestination;
        if (!options.SubmissionHosts.Contains(claims.SubmissionHost, StringComparer.OrdinalIgnoreCase))
            return DestinationRefusal.ForeignSubmissionHost;
        return OfTime(claims) ?? OfServices(claims.Services, service.ToString("U", null), area);
    }

    private DestinationRefusal? OfTime(DestinationClaims claims)
    {
        var now = clock.GetUtcNow();
        if (claims.IssuedAt > now + options.ClockSkew)
            return DestinationRefusal.IssuedInFuture;
        var isOver = now - claims.IssuedAt > options.MaxSignatureAge || claims.Expires <= now - options.ClockSkew || claims.NotBefore > now + options.ClockSkew;
        return isOver ? DestinationRefusal.OutOfTime : null;
    }

    private static DestinationRefusal? OfServices(IReadOnlyList<SignedServices> entries, string service, AskedArea area)
    {
        var (hasService, hasArea) = (false, false);
        foreach (var entry in entries)
        {
            var isService = entry.Services.Contains(service, StringComparer.Ordinal);
            var isArea = entry.Areas.Any(area.LiesIn);
            if (isService && isArea)
                return null;
            (hasService, hasArea) = (hasService || isService, hasArea || isArea);
        }

        return hasService ? hasArea ? DestinationRefusal.OtherServiceInArea : DestinationRefusal.OtherArea : DestinationRefusal.OtherService;
    }
}
