using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>A service of a delivery.</summary>
/// <remarks>leistung</remarks>
internal sealed record XzufiService(OfficeId Id, IReadOnlyList<LeikaKey> Keys, PublicService Description, Validity Validity)
{
    public string Name => Description.Name;

    public IReadOnlyList<string> Synonyms => Description.Synonyms;

    /// <summary>All that is said of the service, under one of its keys.</summary>
    public PublicService For(LeikaKey key) => Description with { Key = key };
}

/// <summary>A unit of a delivery, with the competences that stand within it.</summary>
/// <remarks>organisationseinheit</remarks>
internal sealed record XzufiUnit(Office Office, Validity Validity, IReadOnlyList<XzufiCompetence> Competences);

/// <summary>A service on the web, with the competences that stand within it.</summary>
/// <remarks>onlinedienst</remarks>
internal sealed record XzufiOnlineService(OnlineService Service, Validity Validity, IReadOnlyList<XzufiCompetence> Competences);

/// <summary>A competence, from within a unit or detached.</summary>
/// <remarks>zustaendigkeit, zustaendigkeitTransferObjekt</remarks>
internal sealed record XzufiCompetence
{
    /// <summary>Its own identifier; some editors give none to competences within a unit.</summary>
    public OfficeId? Id { get; init; }

    /// <summary>The unit; of an online service, that service.</summary>
    public required OfficeId Unit { get; init; }

    public required IReadOnlyList<OfficeId> Services { get; init; }

    public required IReadOnlyList<OfficeId> Areas { get; init; }

    public required OfficeRole Role { get; init; }

    public required bool IsAdvisory { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>Whether it belongs to a service on the web, which is no unit.</summary>
    public bool IsOfOnlineService { get; init; }

    /// <summary>Where applications go over FIT-Connect; of deciding roles only.</summary>
    public Guid? Destination { get; init; }

    /// <summary>Whether a destination is named that does not count: for a role that does not decide, or no identifier at all.</summary>
    public bool HasIdleDestination { get; init; }
}
