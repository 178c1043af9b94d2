using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>The place that was asked for: how the service is asked for it, and which areas of a signature it lies in.</summary>
/// <param name="Query">Parameter of the request: exactly one of them selects the area.</param>
/// <param name="LiesIn">Whether the place is an area or lies in it.</param>
internal sealed record AskedArea(string Query, Func<RegionKey, bool> LiesIn)
{
    public static AskedArea Of(RegionKey area) => new($"ars={area}", Within(area));

    public static AskedArea Of(AreaId id, RegionKey place) => new($"areaId={id}", Within(place));

    // The municipality's key has no digits of the association: an area of nine digits contains it only where these repeat its own number.
    public static AskedArea Of(MunicipalityKey key) => new($"ags={key}", area => Whole(area) switch
    {
        { Level: RegionLevel.Municipality } municipality => municipality.Municipality == key,
        { Level: RegionLevel.Association } => false,
        var larger => larger.Contains(key.District!.Value),
    });

    private static Func<RegionKey, bool> Within(RegionKey place)
    {
        var whole = Whole(place);
        return area => Whole(area).Contains(whole);
    }

    // One way to write each area: without zeros that only fill up, and nine digits of a municipality on its own as its twelve.
    private static RegionKey Whole(RegionKey key) => key.Shortest.Completed;
}
