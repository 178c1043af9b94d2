using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>Where somebody lives or something lies, said by a region key, a municipality key or a postal code.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <summary>A place by its region key, the only one of the three that always names one area; a former key names those that took its place.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static Place Of(RegionKey key) => key.IsEmpty ? throw Empty(nameof(key)) : new ByRegion(key);

    /// <summary>A place by its municipality key.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static Place Of(MunicipalityKey key) => key.IsEmpty ? throw Empty(nameof(key)) : new ByMunicipality(key);

    /// <summary>A place by its postal code, which may cover several municipalities.</summary>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static Place Of(PostalCode code) => code.IsEmpty ? throw Empty(nameof(code)) : new ByPostalCode(code);

    private static ArgumentException Empty(string parameter) => new("The key is empty: it was never set.", parameter);

    /// <summary>A place said by a region key.</summary>
    public sealed record ByRegion : Place
    {
        internal ByRegion(RegionKey key) => Key = key;

        /// <summary>The key; never empty.</summary>
        public RegionKey Key { get; }
    }

    /// <summary>A place said by a municipality key.</summary>
    public sealed record ByMunicipality : Place
    {
        internal ByMunicipality(MunicipalityKey key) => Key = key;

        /// <summary>The key; never empty.</summary>
        public MunicipalityKey Key { get; }
    }

    /// <summary>A place said by a postal code.</summary>
    public sealed record ByPostalCode : Place
    {
        internal ByPostalCode(PostalCode code) => Code = code;

        /// <summary>The code; never empty.</summary>
        public PostalCode Code { get; }
    }
}
