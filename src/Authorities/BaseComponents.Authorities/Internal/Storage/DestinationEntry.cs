using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// The destination of one unit named for a service in an area. Few competences have one: they stand beside the cells, sorted, each with the
/// number of its destination.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DestinationEntry
{
    /// <summary>A destination is named that does not count.</summary>
    public const uint Idle = uint.MaxValue;

    /// <summary>Service, area and unit.</summary>
    public ulong Place { get; init; }

    /// <summary>Role and validity.</summary>
    public uint Way { get; init; }

    /// <summary>Number of the destination, or <see cref="Idle"/>.</summary>
    public uint Destination { get; init; }

    public int Service => (int)(Place >> 48);

    public int Area => (ushort)(Place >> 32);

    public int Unit => (int)(uint)Place;

    public static DestinationEntry Of(int service, int area, NamedUnit unit, uint destination) => new()
    {
        Place = ((ulong)service << 48) | ((ulong)area << 32) | (uint)unit.Unit,
        Way = ((uint)unit.Role << 24) | (uint)unit.Validity,
        Destination = destination,
    };

    /// <summary>The order of the entries: what they are about, not where it leads.</summary>
    public int CompareWith(DestinationEntry other) => Place.CompareTo(other.Place) is var order and not 0 ? order : Way.CompareTo(other.Way);
}
