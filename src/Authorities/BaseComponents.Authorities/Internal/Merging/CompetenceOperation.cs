using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>
/// A competence for one service in one area that a message writes, or one that it deletes, as small as it can be: there are millions.
/// References to services, areas and units are numbers of <see cref="References{T}"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct CompetenceOperation
{
    /// <summary>First bits of the SHA-256 of the competence's identifier.</summary>
    public UInt128 Identity { get; init; }

    /// <summary>First bits of the SHA-256 of all it says.</summary>
    public ulong Hash { get; init; }

    public Standing Standing { get; init; }

    public int Unit { get; init; }

    public int Service { get; init; }

    public int Area { get; init; }

    public int Validity { get; init; }

    public int Role { get; init; }

    /// <summary>Number of the destination; 0 for none.</summary>
    public int Destination { get; init; }

    public CompetenceFlags Flags { get; init; }

    public bool Is(CompetenceFlags flag) => (Flags & flag) != 0;
}

/// <summary>What else is to be known of an operation.</summary>
[Flags]
internal enum CompetenceFlags : ushort
{
    None = 0,

    /// <summary>It deletes.</summary>
    Deletion = 1,

    /// <summary>It stands within a unit, and falls with it.</summary>
    Inner = 2,

    /// <summary>The delivery marks the unit as advising.</summary>
    Advisory = 4,

    /// <summary>The first of those that one competence was taken apart into; what is wrong with all of them is reported once.</summary>
    First = 8,

    /// <summary>The first for its service.</summary>
    FirstOfService = 16,

    /// <summary>It belongs to a service on the web, which is no unit.</summary>
    OnlineService = 32,

    /// <summary>A destination is named that does not count.</summary>
    IdleDestination = 64,
}
