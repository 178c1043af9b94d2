using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>The code of a bank (ISO 9362): 8 characters, or 11 with the branch.</summary>
/// <remarks>German: Bankidentifikationscode, BIC. Small letters are read as capitals. It has no check digit: whether the bank exists is not known.</remarks>
public readonly record struct Bic : ISpanParsable<Bic>, ISpanFormattable
{
    private const int ShortLength = 8;
    private const int LongLength = 11;
    private readonly string? _value;

    private Bic(string value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no bank at all.</summary>
    public bool IsEmpty => _value is null;

    /// <summary>The bank's country, two capital letters such as <c>DE</c>; nothing for <see langword="default"/>.</summary>
    public string Country => _value?[4..6] ?? "";

    /// <summary>Reads a BIC.</summary>
    /// <param name="text">Four letters or digits, two letters for the country, two letters or digits, and three more for a branch.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Bic Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Bic Parse(ReadOnlySpan<char> text) => TryParse(text, out var result)
        ? result
        : throw new FormatException("A BIC has 8 or 11 letters and digits; the fifth and sixth are the letters of the country.");

    /// <summary>Reads a BIC, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Bic result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out Bic)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out Bic result)
    {
        var capitals = CompactText.ReadCapitals(text, ShortLength, LongLength);
        var isBic = capitals is { Length: ShortLength or LongLength } && char.IsAsciiLetter(capitals[4]) && char.IsAsciiLetter(capitals[5]);
        result = isBic ? new Bic(capitals!) : default;
        return isBic;
    }

    /// <summary>The BIC; nothing for <see langword="default"/>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The BIC as text.</summary>
    /// <param name="format"><c>G</c> or nothing: without blanks. <c>P</c>: in groups of four, for paper.</param>
    /// <param name="formatProvider">Not used: it looks alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => CompactText.Format(ToString(), format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CompactText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static Bic IParsable<Bic>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Bic ISpanParsable<Bic>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Bic>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Bic result) => TryParse(s, out result);

    static bool ISpanParsable<Bic>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Bic result) => TryParse(s, out result);
}
