namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Who is named for one service in one area, in 32 bits: one unit itself, or the place of a list of them.</summary>
internal readonly record struct Cell(uint Bits)
{
    public const int MostUnits = 1 << 20;
    public const int MostValidities = 1 << 9;
    public const int MostRoles = 1 << 2;
    private const uint ListFlag = 1u << 31;
    private const uint WideFlag = 1u << 30;
    private const uint PlaceMask = WideFlag - 1;

    public bool IsList => (Bits & ListFlag) != 0;

    public bool IsWide => (Bits & WideFlag) != 0;

    /// <summary>Where the list begins.</summary>
    public int Place => (int)(Bits & PlaceMask);

    public NamedUnit Single => NamedUnit.FromShort(Bits);

    public static Cell Of(NamedUnit unit) => new(unit.ToShort());

    public static Cell OfList(int place, bool isWide) => (uint)place <= PlaceMask
        ? new(ListFlag | (isWide ? WideFlag : 0) | (uint)place)
        : throw SnapshotFailures.TooMuch("competences in lists", PlaceMask);
}
