using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>One service on the web named for a public service in an area; sorted.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct OnlineEntry : IComparable<OnlineEntry>
{
    /// <summary>Service, area, and number of the service on the web.</summary>
    public ulong Place { get; init; }

    public ulong Validity { get; init; }

    public int Service => (int)(Place >> 48);

    public int Area => (ushort)(Place >> 32);

    public int Online => (int)(uint)Place;

    public static OnlineEntry Of(int service, int area, int online, int validity) => new()
    {
        Place = ((ulong)service << 48) | ((ulong)area << 32) | (uint)online,
        Validity = (uint)validity,
    };

    public int CompareTo(OnlineEntry other) => Place.CompareTo(other.Place) is var order and not 0 ? order : Validity.CompareTo(other.Validity);
}
