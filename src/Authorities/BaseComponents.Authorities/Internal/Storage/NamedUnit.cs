namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>A unit that is named for a service in an area.</summary>
/// <param name="Unit">Its index.</param>
/// <param name="Role">Index in <see cref="RoleTable"/>.</param>
/// <param name="Validity">Index in <see cref="ValidityTable"/>.</param>
internal readonly record struct NamedUnit(int Unit, int Role, int Validity)
{
    /// <summary>Set in an entry of a list that is followed by another.</summary>
    public const uint MoreFlag = 1u << 31;
    private const int UnitBits = 20;
    private const int RoleBits = 2;

    public bool IsDeciding => Role < RoleTable.DecidingRoles;

    public bool IsShort => Unit < Cell.MostUnits && Role < Cell.MostRoles && Validity < Cell.MostValidities;

    public static NamedUnit FromShort(uint bits) => new(
        (int)(bits & (Cell.MostUnits - 1)),
        (int)((bits >> UnitBits) & (Cell.MostRoles - 1)),
        (int)((bits >> (UnitBits + RoleBits)) & (Cell.MostValidities - 1)));

    public static NamedUnit FromWide(ulong bits) => new((int)(bits & ~MoreFlag & uint.MaxValue), (int)(bits >> 56), (int)((bits >> 32) & 0xFF_FFFF));

    public uint ToShort() => (uint)Unit | ((uint)Role << UnitBits) | ((uint)Validity << (UnitBits + RoleBits));

    public ulong ToWide() => (uint)Unit | ((ulong)Validity << 32) | ((ulong)Role << 56);
}
