using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>A service of a delivery.</summary>
/// <remarks>leistung</remarks>
internal sealed record XzufiService(OfficeId Id, IReadOnlyList<LeikaKey> Keys, string Name, IReadOnlyList<string> Synonyms, Validity Validity);

/// <summary>A unit of a delivery, with the competences that stand within it.</summary>
/// <remarks>organisationseinheit</remarks>
internal sealed record XzufiUnit(Office Office, Validity Validity, IReadOnlyList<XzufiCompetence> Competences);

/// <summary>A competence, from within a unit or detached.</summary>
/// <remarks>zustaendigkeit, zustaendigkeitTransferObjekt</remarks>
internal sealed record XzufiCompetence
{
    /// <summary>Its own identifier; some editors give none to competences within a unit.</summary>
    public OfficeId? Id { get; init; }

    public required OfficeId Unit { get; init; }

    public required IReadOnlyList<OfficeId> Services { get; init; }

    public required IReadOnlyList<OfficeId> Areas { get; init; }

    public required OfficeRole Role { get; init; }

    public required bool IsAdvisory { get; init; }

    public required Validity Validity { get; init; }
}
