using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>The number of a bank account (ISO 13616): a country of the registry, the length it has there, and check digits that fit.</summary>
/// <remarks>
/// German: Internationale Bankkontonummer. Small letters are read as capitals. Whether the bank and the account exist is not checked, nor the structure of
/// the national part, except that it is digits in Germany.
/// </remarks>
public readonly record struct Iban : ISpanParsable<Iban>, ISpanFormattable
{
    private readonly string? _value;

    private Iban(string value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no account at all.</summary>
    public bool IsEmpty => _value is null;

    /// <summary>The country, two capital letters such as <c>DE</c>; nothing for <see langword="default"/>.</summary>
    public string Country => _value?[..2] ?? "";

    /// <summary>Reads and checks an IBAN.</summary>
    /// <param name="text">With or without blanks.</param>
    /// <exception cref="FormatException">The text is none. The message does not repeat it.</exception>
    public static Iban Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Iban Parse(ReadOnlySpan<char> text) => TryParse(text, out var result)
        ? result
        : throw new FormatException("An IBAN begins with a country of the IBAN registry, has the length it has there, and check digits that fit.");

    /// <summary>Reads and checks an IBAN, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Iban result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out Iban)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out Iban result)
    {
        var capitals = CompactText.ReadCapitals(text, IbanRegistry.Shortest, IbanRegistry.Longest);
        var isIban = capitals is not null && IbanRegistry.LengthOf(capitals[..2]) == capitals.Length && IsNational(capitals) && Mod97.IsValid(capitals);
        result = isIban ? new Iban(capitals!) : default;
        return isIban;
    }

    /// <summary>The IBAN without blanks; nothing for <see langword="default"/>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The IBAN as text.</summary>
    /// <param name="format"><c>G</c> or nothing: without blanks. <c>P</c>: in groups of four, for paper.</param>
    /// <param name="formatProvider">Not used: it looks alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => CompactText.Format(ToString(), format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CompactText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static Iban IParsable<Iban>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Iban ISpanParsable<Iban>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Iban>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Iban result) => TryParse(s, out result);

    static bool ISpanParsable<Iban>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Iban result) => TryParse(s, out result);

    private static bool IsNational(string capitals) => !capitals.StartsWith("DE", StringComparison.Ordinal) || capitals.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
}
