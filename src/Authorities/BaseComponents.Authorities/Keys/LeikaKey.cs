using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies a public service in the national service catalogue: 14 digits that begin with 99, then three digits each for group,
/// object, activity and detail.
/// </summary>
/// <remarks>Leistungsschlüssel (LeiKa-Schlüssel, LeiKa-ID). Source: docs/standards.md, Authorities, "Service keys".</remarks>
public readonly record struct LeikaKey : ISpanParsable<LeikaKey>, ISpanFormattable
{
    /// <summary>What stands before the digits when the key is written as a URN.</summary>
    public const string UrnPrefix = "urn:de:fim:leika:leistung:";

    private const int Length = 14;
    private const string Rule = "A service key (LeiKa) has 14 digits and begins with 99, such as 99102013104000; spaces and the prefix " + UrnPrefix + " are allowed.";
    private readonly long _value;

    private LeikaKey(long value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Field of administration (digits 3 to 5).</summary>
    /// <remarks>Leistungsgruppierung.</remarks>
    public int Group => (int)(_value / 1_000_000_000 % 1000);

    /// <summary>What the service is about (digits 6 to 8).</summary>
    /// <remarks>Leistungskennung.</remarks>
    public int Subject => (int)(_value / 1_000_000 % 1000);

    /// <summary>What is done with it, such as registration (digits 9 to 11); 0 for the object as a whole.</summary>
    /// <remarks>Verrichtung.</remarks>
    public int Activity => (int)(_value / 1000 % 1000);

    /// <summary>A special case of the activity (digits 12 to 14); 0 for the activity as a whole.</summary>
    /// <remarks>Verrichtungsdetail.</remarks>
    public int Detail => (int)(_value % 1000);

    /// <summary>Reads a key.</summary>
    /// <param name="text">14 digits; spaces between them and the URN prefix are allowed.</param>
    /// <exception cref="FormatException">The text is no service key; the message says what one looks like.</exception>
    public static LeikaKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static LeikaKey Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"{KeyText.Quote(text)} is not a service key. {Rule}");

    /// <summary>Reads a key, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LeikaKey result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out LeikaKey)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out LeikaKey result)
    {
        result = default;
        if (text.Length > KeyText.Longest)
            return false;
        text = text.Trim();
        if (text.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase))
            text = text[UrnPrefix.Length..];
        Span<char> digits = stackalloc char[Length];
        if (!TryDropSpaces(text, digits) || !digits.StartsWith("99") || !KeyText.TryReadDigits(digits, out var value))
            return false;
        result = new LeikaKey(value);
        return true;
    }

    /// <summary>The 14 digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => IsEmpty ? "" : _value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: 14 digits. <c>S</c>: in groups, as people write it. <c>U</c>: as a URN.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" or "g" => ToString(),
        _ when IsEmpty => "",
        "S" or "s" => string.Create(CultureInfo.InvariantCulture, $"99 {Group:000} {Subject:000} {Activity:000} {Detail:000}"),
        "U" or "u" => UrnPrefix + ToString(),
        _ => throw KeyText.UnknownFormat(format, "G, S, U"),
    };

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static LeikaKey IParsable<LeikaKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static LeikaKey ISpanParsable<LeikaKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<LeikaKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LeikaKey result) => TryParse(s, out result);

    static bool ISpanParsable<LeikaKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out LeikaKey result) => TryParse(s, out result);

    private static bool TryDropSpaces(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (character is ' ' or '\u00A0')
                continue;
            if (count == digits.Length)
                return false;
            digits[count++] = character;
        }

        return count == digits.Length;
    }
}
