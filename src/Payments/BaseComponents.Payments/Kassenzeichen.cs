using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments;

/// <summary>The treasury's reference of a claim: 2 to 30 ASCII letters and digits. A payment that names it finds its way into the books.</summary>
/// <remarks>
/// German: Kassenzeichen. Capital and small letters differ. Whether it ends with a check digit, and which, is a rule of each Bewirtschafter:
/// see <see cref="IKassenzeichenCheckDigit"/>.
/// </remarks>
public readonly record struct Kassenzeichen : ISpanParsable<Kassenzeichen>, ISpanFormattable
{
    /// <summary>The fewest characters it has.</summary>
    public const int MinLength = 2;

    /// <summary>The most characters it has.</summary>
    public const int MaxLength = 30;

    private readonly string? _value;

    private Kassenzeichen(string value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no Kassenzeichen at all.</summary>
    public bool IsEmpty => _value is null;

    /// <summary>Reads a Kassenzeichen. Check digits are not looked at.</summary>
    /// <param name="text">2 to 30 letters and digits; blanks between them are allowed.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Kassenzeichen Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Kassenzeichen Parse(ReadOnlySpan<char> text) => TryParse(text, out var result)
        ? result
        : throw new FormatException("A Kassenzeichen has 2 to 30 letters (A-Z, a-z) and digits.");

    /// <summary>Reads a Kassenzeichen, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Kassenzeichen result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out Kassenzeichen)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out Kassenzeichen result)
    {
        result = CompactText.Read(text, MinLength, MaxLength) is { } value ? new Kassenzeichen(value) : default;
        return !result.IsEmpty;
    }

    /// <summary>The letters and digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The Kassenzeichen as text.</summary>
    /// <param name="format"><c>G</c> or nothing: without blanks. <c>P</c>: in groups of four, for paper.</param>
    /// <param name="formatProvider">Not used: it looks alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => CompactText.Format(ToString(), format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CompactText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static Kassenzeichen IParsable<Kassenzeichen>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Kassenzeichen ISpanParsable<Kassenzeichen>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Kassenzeichen>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Kassenzeichen result) => TryParse(s, out result);

    static bool ISpanParsable<Kassenzeichen>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Kassenzeichen result) => TryParse(s, out result);
}
