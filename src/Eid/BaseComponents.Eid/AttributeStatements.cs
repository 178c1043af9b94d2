using System.Collections.Immutable;

namespace BaseComponents.Eid;

/// <summary>What a service states about single attributes: how far one is trusted, why another is missing. Immutable, compared by content.</summary>
public sealed class AttributeStatements : IEquatable<AttributeStatements>
{
    private readonly ImmutableSortedDictionary<EidAttribute, AssuranceLevel> _trust;
    private readonly ImmutableSortedDictionary<EidAttribute, AbsenceReason> _absence;

    private AttributeStatements(ImmutableSortedDictionary<EidAttribute, AssuranceLevel> trust, ImmutableSortedDictionary<EidAttribute, AbsenceReason> absence)
    {
        _trust = trust;
        _absence = absence;
    }

    /// <summary>No statement at all.</summary>
    public static AttributeStatements None { get; } =
        new(ImmutableSortedDictionary<EidAttribute, AssuranceLevel>.Empty, ImmutableSortedDictionary<EidAttribute, AbsenceReason>.Empty);

    /// <summary>Attributes with a trust of their own.</summary>
    public IReadOnlyDictionary<EidAttribute, AssuranceLevel> Trust => _trust;

    /// <summary>Attributes of which it is known why they are missing.</summary>
    public IReadOnlyDictionary<EidAttribute, AbsenceReason> Absence => _absence;

    /// <summary>These statements and one more about trust.</summary>
    /// <param name="attribute">The attribute spoken of.</param>
    /// <param name="level">How far its value is trusted.</param>
    public AttributeStatements WithTrust(EidAttribute attribute, AssuranceLevel level) => new(_trust.SetItem(attribute, level), _absence);

    /// <summary>These statements and one more about absence.</summary>
    /// <param name="attribute">The attribute spoken of.</param>
    /// <param name="reason">Why it has no value.</param>
    public AttributeStatements WithAbsence(EidAttribute attribute, AbsenceReason reason) => new(_trust, _absence.SetItem(attribute, reason));

    /// <inheritdoc/>
    public bool Equals(AttributeStatements? other) => other is not null && _trust.SequenceEqual(other._trust) && _absence.SequenceEqual(other._absence);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeStatements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_trust.Count, _absence.Count);
}
