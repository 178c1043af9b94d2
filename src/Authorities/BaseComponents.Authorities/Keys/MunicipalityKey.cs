using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies a municipality: eight digits for state, government region, district and municipality. It does not name the association, so a
/// <see cref="RegionKey"/> cannot be computed from it; the region list is needed for that.
/// </summary>
/// <remarks>Amtlicher Gemeindeschlüssel (AGS). Source: Gemeindeverzeichnis of the Federal Statistical Office.</remarks>
public readonly record struct MunicipalityKey : ISpanParsable<MunicipalityKey>, ISpanFormattable
{
    private const string Rule = "A municipality key (AGS) has eight digits and begins with the state, 01 to 16, such as 14522180.";
    private readonly int _value;

    internal MunicipalityKey(int value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Reads a key.</summary>
    /// <param name="text">Eight digits.</param>
    /// <exception cref="FormatException">The text is no municipality key.</exception>
    public static MunicipalityKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static MunicipalityKey Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"{KeyText.Quote(text)} is not a municipality key. {Rule}");

    /// <summary>Reads a key, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MunicipalityKey result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out MunicipalityKey)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out MunicipalityKey result)
    {
        var digits = text.Length > KeyText.Longest ? default : text.Trim();
        var valid = KeyText.TryReadDigits(digits, out var value) && digits.Length == 8 && value / 1_000_000 is >= 1 and <= 16;
        result = valid ? new MunicipalityKey((int)value) : default;
        return valid;
    }

    /// <summary>The eight digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => IsEmpty ? "" : _value.ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: eight digits.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format is null or "" or "G" or "g" ? ToString() : throw KeyText.UnknownFormat(format, "G");

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static MunicipalityKey IParsable<MunicipalityKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static MunicipalityKey ISpanParsable<MunicipalityKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MunicipalityKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MunicipalityKey result) => TryParse(s, out result);

    static bool ISpanParsable<MunicipalityKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MunicipalityKey result) => TryParse(s, out result);
}
