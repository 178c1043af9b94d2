using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Turns the area of a competence into a region key: region keys of any length, filled up or not, and municipality keys.</summary>
internal sealed class AreaReader(RegionCatalogue regions)
{
    public RegionKey? Read(string text)
    {
        var digits = text.StartsWith("DE", StringComparison.Ordinal) ? text[2..] : text;
        if (RegionKey.TryParse(digits, out var region))
            return region.Completed.Shortest;
        return MunicipalityKey.TryParse(digits, out var municipality) ? FromMunicipalityKey(municipality) : null;
    }

    // 8 digits may also be a district or state filled up with zeros.
    private RegionKey? FromMunicipalityKey(MunicipalityKey key)
    {
        if (regions.Find(key) is { } region)
            return region.Shortest;
        var digits = key.ToString();
        return digits.EndsWith("000", StringComparison.Ordinal) ? RegionKey.Parse(digits[..5]).Shortest : null;
    }
}
