using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>A town or village of the region list.</summary>
/// <param name="Key">Its region key, 12 digits.</param>
/// <param name="Name">Official name with its addition, such as <c>Freiberg, Stadt, Universitätsstadt</c> or <c>Bautzen / Budyšin, Stadt</c>.</param>
/// <remarks>Gemeinde. Name: Gemeindename of the Federal Statistical Office.</remarks>
public sealed record Municipality(RegionKey Key, string Name)
{
    /// <summary>The name without its addition, as people say it: <c>Freiberg</c>, <c>Bautzen / Budyšin</c>.</summary>
    public string ShortName { get; init; } = Name;

    /// <summary>Name of the district, to tell places of the same name apart; none where the list does not hold it.</summary>
    public string? District { get; init; }

    /// <summary>The postal codes known for it, in ascending order; empty without a list of postal codes.</summary>
    public IReadOnlyList<PostalCode> PostalCodes { get; init; } = [];
}
