using System.Diagnostics.CodeAnalysis;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <content>How the key is read, written and compared: alike for all keys.</content>
public readonly partial record struct RegionKey :
    ISpanParsable<RegionKey>, IUtf8SpanParsable<RegionKey>, ISpanFormattable, IUtf8SpanFormattable, IComparable<RegionKey>, IWrittenKey
{
    static string IWrittenKey.Forms => "G, P, U";

    /// <summary>Whether one stands before the other.</summary>
    public static bool operator <(RegionKey left, RegionKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind the other.</summary>
    public static bool operator >(RegionKey left, RegionKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before the other, or both are the same.</summary>
    public static bool operator <=(RegionKey left, RegionKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands behind the other, or both are the same.</summary>
    public static bool operator >=(RegionKey left, RegionKey right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a key.</summary>
    /// <param name="text">2, 3, 5, 9 or 12 digits; the URN prefix is allowed.</param>
    /// <exception cref="FormatException">The text is no region key; the message says what one looks like.</exception>
    public static RegionKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static RegionKey Parse(ReadOnlySpan<char> text) => TryParse(text, out var key) ? key : throw Refusal(KeyText.Quote(text));

    /// <inheritdoc cref="Parse(string)"/>
    public static RegionKey Parse(ReadOnlySpan<byte> utf8Text) => TryParse(utf8Text, out var key) ? key : throw Refusal(KeyText.Quote(utf8Text));

    /// <summary>Reads a key, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionKey result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out RegionKey)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out RegionKey result)
    {
        Span<char> text = stackalloc char[KeyText.Longest];
        var length = KeyText.Widen(utf8Text, text);
        result = default;
        return length > 0 && TryParse(text[..length], out result);
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyWriting.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyWriting.TryFormat(this, utf8Destination, out bytesWritten, format);

    static RegionKey IParsable<RegionKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static RegionKey ISpanParsable<RegionKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static RegionKey IUtf8SpanParsable<RegionKey>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    static bool IParsable<RegionKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionKey result) => TryParse(s, out result);

    static bool ISpanParsable<RegionKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RegionKey result) => TryParse(s, out result);

    static bool IUtf8SpanParsable<RegionKey>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out RegionKey result) => TryParse(utf8Text, out result);

    private static FormatException Refusal(string quoted) => new($"{quoted} is not a region key. {Rule}");
}
