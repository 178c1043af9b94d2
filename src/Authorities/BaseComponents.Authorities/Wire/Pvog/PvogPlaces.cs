using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Makes municipalities of the places that the service names. What has no region key of twelve digits is none.</summary>
internal static class PvogPlaces
{
    private const int Most = 500;

    public static IEnumerable<Municipality> Municipalities(IReadOnlyList<PvogPlace> places) => places
        .Select(place => (Key: KeyOf(place.Ars), Name: PvogOfficeReader.Text(place.Name), Code: CodeOf(place.Zip)))
        .Where(place => place.Key is not null)
        .Take(Most)
        .GroupBy(place => place.Key!.Value)
        .Select(group => new Municipality(group.Key, group.Select(place => place.Name).FirstOrDefault(name => name is not null) ?? group.Key.ToString())
        {
            PostalCodes = [.. group.Select(place => place.Code).OfType<PostalCode>().Distinct().Order()],
        });

    private static RegionKey? KeyOf(string? text) => text is not null && RegionKey.TryParse(text, out var key) && key.Level == RegionLevel.Municipality ? key : null;

    private static PostalCode? CodeOf(string? text) => text is not null && PostalCode.TryParse(text, out var code) ? code : null;
}
