using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Counts and facts about the whole index.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IndexFacts
{
    public int Regions;
    public int Municipalities;
    public int Services;
    public int Units;
    public int Validities;

    /// <summary>1 where somebody is named for a government region.</summary>
    public int KnowsGovernmentRegions;
    public uint RegionSeed;
    public uint ServiceSeed;
    public long Competences;
}

/// <summary>An area of the index.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RegionEntry : IKeyedEntry
{
    public const byte KnownFlag = 1;
    public const byte MunicipalityFlag = 2;

    /// <summary>The key, filled up to twelve digits: the same for every way to write the area.</summary>
    public long Number;

    public ParentIndices Parents;

    /// <summary>The tier it is kept under.</summary>
    public byte KeyLevel;
    public byte Flags;
    private readonly uint _unused;

    /// <summary>Whether the lists of regions know it; others are only named by a delivery.</summary>
    public readonly bool IsKnown => (Flags & KnownFlag) != 0;

    public readonly bool IsMunicipality => (Flags & MunicipalityFlag) != 0;

    readonly long IKeyedEntry.Key => Number;
}

/// <summary>The areas around an area: association, district, government region, state, federation; <see cref="None"/> where there is none.</summary>
[InlineArray(Count)]
internal struct ParentIndices
{
    public const int Count = 5;
    public const ushort None = ushort.MaxValue;
    private ushort _first;
}

/// <summary>A service of the index.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ServiceEntry : IKeyedEntry
{
    public long Number;

    /// <summary>Where its areas begin, in units of two bytes.</summary>
    public uint AreaStart;
    public uint AreaCount;

    /// <summary>Its first cell; one for each area, in their order.</summary>
    public uint CellStart;
    public uint Validity;

    /// <summary>One bit for each tier of which it has an area.</summary>
    public byte Tiers;

    /// <summary>1 where its areas are a bitmap, 0 where they are a list.</summary>
    public byte IsDense;
    private readonly ushort _unused;
    private readonly uint _unused2;

    readonly long IKeyedEntry.Key => Number;
}

/// <summary>Days from the first to the last, both included, as numbers of <see cref="DateOnly"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DayInterval(int From, int To);
