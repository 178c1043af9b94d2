using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>An answer, and when the service gave it.</summary>
/// <param name="Value">The answer; null where the service has nothing.</param>
/// <param name="At">When it was given.</param>
/// <param name="IsStale">Whether it is older than wanted, and used since the service fails.</param>
/// <param name="Failure">Why it is stale; none if it is not.</param>
internal sealed record PvogKept<T>(T? Value, DateTimeOffset At, bool IsStale = false, AuthoritiesException? Failure = null)
    where T : class;

/// <summary>How an answer lies in a cache: when it was given, whether there is one, and the members of it that are read.</summary>
internal static class PvogKeptBytes
{
    private const int HeadLength = 9;

    public static byte[] Write<T>(T? value, DateTimeOffset at, JsonTypeInfo<T> type)
        where T : class
    {
        var json = value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(value, type);
        var bytes = new byte[HeadLength + json.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, at.UtcTicks);
        bytes[HeadLength - 1] = value is null ? (byte)0 : (byte)1;
        json.CopyTo(bytes, HeadLength);
        return bytes;
    }

    /// <returns>The answer; null where the bytes are none: what lies in a shared cache may be anybody's.</returns>
    public static PvogKept<T>? Read<T>(byte[]? bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (bytes is null || bytes.Length < HeadLength || BinaryPrimitives.ReadInt64LittleEndian(bytes) is var ticks && (ticks < 0 || ticks > DateTime.MaxValue.Ticks))
            return null;
        try
        {
            var value = bytes[HeadLength - 1] == 0 ? null : JsonSerializer.Deserialize(bytes.AsSpan(HeadLength), type);
            return new PvogKept<T>(value, new DateTimeOffset(ticks, TimeSpan.Zero));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
