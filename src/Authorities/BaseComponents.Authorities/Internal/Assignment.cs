namespace BaseComponents.Authorities.Internal;

/// <summary>One unit named for a service in an area.</summary>
/// <param name="Office">The unit, in the role it has here.</param>
/// <param name="UnitValidity">When the unit exists.</param>
/// <param name="Validity">When it is competent.</param>
/// <param name="IsAdvisory">Whether it only advises, by role or by capacity.</param>
internal sealed record Assignment(Office Office, Validity UnitValidity, Validity Validity, bool IsAdvisory)
{
    public bool HoldsOn(DateOnly day) => UnitValidity.Covers(day) && Validity.Covers(day);
}
