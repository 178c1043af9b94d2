namespace BaseComponents.Authorities.Keys;

/// <summary>The tiers of public administration, from the smallest area to the largest.</summary>
public enum RegionLevel
{
    /// <summary>Town or village, 12 digits.</summary>
    /// <remarks>Gemeinde.</remarks>
    Municipality,

    /// <summary>Municipalities that administer together, 9 digits.</summary>
    /// <remarks>Gemeindeverband; in Saxony Verwaltungsgemeinschaft or Verwaltungsverband.</remarks>
    Association,

    /// <summary>Rural or urban district, 5 digits.</summary>
    /// <remarks>Landkreis, Kreisfreie Stadt.</remarks>
    District,

    /// <summary>Part of a state, 3 digits. Saxony's keys still carry the digit, but nobody administers at this tier there any more.</summary>
    /// <remarks>Regierungsbezirk.</remarks>
    GovernmentRegion,

    /// <summary>One of the sixteen states, 2 digits.</summary>
    /// <remarks>Land, Freistaat.</remarks>
    State,

    /// <summary>Germany, twelve zeros.</summary>
    /// <remarks>Bund.</remarks>
    Federation,
}
