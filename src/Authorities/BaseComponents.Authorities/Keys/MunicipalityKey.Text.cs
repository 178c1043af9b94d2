using System.Diagnostics.CodeAnalysis;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <content>How the key is read, written and compared: alike for all keys.</content>
public readonly partial record struct MunicipalityKey :
    ISpanParsable<MunicipalityKey>, IUtf8SpanParsable<MunicipalityKey>, ISpanFormattable, IUtf8SpanFormattable, IComparable<MunicipalityKey>, IWrittenKey
{
    static string IWrittenKey.Forms => "G, U";

    /// <summary>Whether one stands before the other.</summary>
    public static bool operator <(MunicipalityKey left, MunicipalityKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind the other.</summary>
    public static bool operator >(MunicipalityKey left, MunicipalityKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before the other, or both are the same.</summary>
    public static bool operator <=(MunicipalityKey left, MunicipalityKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands behind the other, or both are the same.</summary>
    public static bool operator >=(MunicipalityKey left, MunicipalityKey right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a key.</summary>
    /// <param name="text">Eight digits; the URN prefix is allowed.</param>
    /// <exception cref="FormatException">The text is no municipality key; the message says what one looks like.</exception>
    public static MunicipalityKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static MunicipalityKey Parse(ReadOnlySpan<char> text) => TryParse(text, out var key) ? key : throw Refusal(KeyText.Quote(text));

    /// <inheritdoc cref="Parse(string)"/>
    public static MunicipalityKey Parse(ReadOnlySpan<byte> utf8Text) => TryParse(utf8Text, out var key) ? key : throw Refusal(KeyText.Quote(utf8Text));

    /// <summary>Reads a key, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MunicipalityKey result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out MunicipalityKey)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out MunicipalityKey result)
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

    static MunicipalityKey IParsable<MunicipalityKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static MunicipalityKey ISpanParsable<MunicipalityKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static MunicipalityKey IUtf8SpanParsable<MunicipalityKey>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    static bool IParsable<MunicipalityKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MunicipalityKey result) => TryParse(s, out result);

    static bool ISpanParsable<MunicipalityKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MunicipalityKey result) => TryParse(s, out result);

    static bool IUtf8SpanParsable<MunicipalityKey>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out MunicipalityKey result) => TryParse(utf8Text, out result);

    private static FormatException Refusal(string quoted) => new($"{quoted} is not a municipality key. {Rule}");
}
