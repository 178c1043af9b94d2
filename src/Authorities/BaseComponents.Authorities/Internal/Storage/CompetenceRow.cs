using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// One unit named for a service in an area, with the numbers of both, kept in seventeen bytes, since there are
/// millions of them; sorted by service, area, unit, role and validity.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct CompetenceRow : IComparable<CompetenceRow>
{
    // Services have 14 digits that begin with 99, areas 12: 40 bits each, beside 24 bits of the unit or the validity.
    private const int LowBits = 24;
    public const int MostUnits = 1 << LowBits;
    public const int MostValidities = 1 << LowBits;
    private const long ServiceBase = 99_000_000_000_000;
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly byte _role;

    public CompetenceRow(long service, long area, int unit, int validity, int role) =>
        (_first, _second, _role) = (((ulong)(service - ServiceBase) << LowBits) | (uint)validity, ((ulong)area << LowBits) | (uint)unit, (byte)role);

    public long Service => (long)(_first >> LowBits) + ServiceBase;

    public long Area => (long)(_second >> LowBits);

    public int Unit => (int)(_second & (MostUnits - 1));

    public int Validity => (int)(_first & (MostValidities - 1));

    public int Role => _role;

    public int CompareTo(CompetenceRow other)
    {
        var order = (_first >> LowBits).CompareTo(other._first >> LowBits);
        if (order == 0)
            order = _second.CompareTo(other._second);
        if (order == 0)
            order = _role.CompareTo(other._role);
        return order == 0 ? Validity.CompareTo(other.Validity) : order;
    }
}
