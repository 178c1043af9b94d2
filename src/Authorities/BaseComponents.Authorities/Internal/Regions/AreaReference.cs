using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>An area as files and callers name it: by region key, or by municipality key. Exactly one of the two is set.</summary>
internal readonly record struct AreaReference
{
    private AreaReference(RegionKey region, MunicipalityKey municipality) => (Region, Municipality) = (region, municipality);

    public RegionKey Region { get; }

    public MunicipalityKey Municipality { get; }

    public static AreaReference Of(RegionKey key) => new(key.Completed.Shortest, default);

    public static AreaReference Of(MunicipalityKey key) => new(default, key);

    /// <summary>Reads either key; eight digits are a municipality key.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AreaReference area)
    {
        area = default;
        if (MunicipalityKey.TryParse(text, out var municipality))
            area = Of(municipality);
        else if (RegionKey.TryParse(text, out var region))
            area = Of(region);
        return area != default;
    }

    public override string ToString() => Region.IsEmpty ? Municipality.ToString() : Region.ToString();
}
