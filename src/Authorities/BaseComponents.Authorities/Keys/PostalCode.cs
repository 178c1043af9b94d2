using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>A German postal code: five digits, 01000 to 99999. One code may cover several municipalities, and the other way round.</summary>
/// <remarks>Postleitzahl (PLZ).</remarks>
public readonly record struct PostalCode : ISpanParsable<PostalCode>, ISpanFormattable
{
    private const string Rule = "A postal code has five digits, such as 09599.";
    private readonly int _value;

    private PostalCode(int value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no postal code at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Reads a postal code.</summary>
    /// <param name="text">Five digits.</param>
    /// <exception cref="FormatException">The text is no postal code.</exception>
    public static PostalCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static PostalCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"{KeyText.Quote(text)} is not a postal code. {Rule}");

    /// <summary>Reads a postal code, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostalCode result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out PostalCode)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out PostalCode result)
    {
        var digits = text.Length > KeyText.Longest ? default : text.Trim();
        // No German code begins with 00.
        var valid = KeyText.TryReadDigits(digits, out var value) && digits.Length == 5 && value >= 1000;
        result = valid ? new PostalCode((int)value) : default;
        return valid;
    }

    /// <summary>The five digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => IsEmpty ? "" : _value.ToString("00000", CultureInfo.InvariantCulture);

    /// <summary>The code as text.</summary>
    /// <param name="format"><c>G</c> or nothing: five digits.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format is null or "" or "G" or "g" ? ToString() : throw KeyText.UnknownFormat(format, "G");

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static PostalCode IParsable<PostalCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static PostalCode ISpanParsable<PostalCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PostalCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PostalCode result) => TryParse(s, out result);

    static bool ISpanParsable<PostalCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PostalCode result) => TryParse(s, out result);
}
