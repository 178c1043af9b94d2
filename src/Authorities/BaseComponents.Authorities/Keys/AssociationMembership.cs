namespace BaseComponents.Authorities.Keys;

/// <summary>How a municipality is administered, as digits six to nine of its region key tell.</summary>
public enum AssociationMembership
{
    /// <summary>The digits say none of the others.</summary>
    Unknown,

    /// <summary>Town and district in one: all seven digits after the district are zero.</summary>
    /// <remarks>Kreisfreie Stadt, Stadtkreis.</remarks>
    UrbanDistrict,

    /// <summary>On its own: the digits repeat the municipality's own number.</summary>
    /// <remarks>Verbandsfreie Gemeinde.</remarks>
    Independent,

    /// <summary>In an association: the digits are the association's number, which begins with 5.</summary>
    /// <remarks>Mitgliedsgemeinde.</remarks>
    Member,

    /// <summary>An area without a municipality: the digits begin with 9.</summary>
    /// <remarks>Gemeindefreies Gebiet.</remarks>
    Unincorporated,
}
