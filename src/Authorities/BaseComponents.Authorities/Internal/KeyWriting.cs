using System.Text;

namespace BaseComponents.Authorities.Internal;

/// <summary>Writes keys as text, characters or UTF-8; the last two without allocating.</summary>
internal static class KeyWriting
{
    public static string ToString<TKey>(in TKey key, string? format = null)
        where TKey : struct, IWrittenKey
    {
        Span<char> buffer = stackalloc char[KeyText.Longest];
        return new string(buffer[..Write(key, format, buffer)]);
    }

    public static bool TryFormat<TKey>(in TKey key, Span<char> destination, out int written, ReadOnlySpan<char> format)
        where TKey : struct, IWrittenKey
    {
        Span<char> buffer = stackalloc char[KeyText.Longest];
        var length = Write(key, format, buffer);
        var fits = buffer[..length].TryCopyTo(destination);
        written = fits ? length : 0;
        return fits;
    }

    public static bool TryFormat<TKey>(in TKey key, Span<byte> utf8, out int written, ReadOnlySpan<char> format)
        where TKey : struct, IWrittenKey
    {
        Span<char> buffer = stackalloc char[KeyText.Longest];
        var length = Write(key, format, buffer);
        var fits = length <= utf8.Length;
        written = fits ? Encoding.UTF8.GetBytes(buffer[..length], utf8) : 0;
        return fits;
    }

    /// <summary>Writes a number with leading zeros.</summary>
    public static void Digits(long value, Span<char> buffer)
    {
        for (var place = buffer.Length - 1; place >= 0; place--)
        {
            buffer[place] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    private static int Write<TKey>(in TKey key, ReadOnlySpan<char> format, Span<char> buffer)
        where TKey : struct, IWrittenKey
    {
        if (key.IsEmpty)
            return 0;
        var form = format.Length switch { 0 => 'G', 1 => char.ToUpperInvariant(format[0]), _ => '\0' };
        return key.Write(form, buffer) is var length and > 0
            ? length
            : throw new FormatException($"The format {KeyText.Quote(format)} is not known. Use one of: {TKey.Forms}.");
    }
}
