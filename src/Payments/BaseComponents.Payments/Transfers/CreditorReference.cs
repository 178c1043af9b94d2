using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>A creditor's reference with check digits (ISO 11649): banks and their apps find a wrong sign before the money is on its way.</summary>
/// <remarks>German: strukturierte Zahlungsreferenz, RF-Referenz. Small letters are read as capitals.</remarks>
public readonly record struct CreditorReference : ISpanParsable<CreditorReference>, ISpanFormattable
{
    /// <summary>The most characters the reference has without <c>RF</c> and check digits.</summary>
    public const int MaxContentLength = 21;

    private const string Prefix = "RF";
    private const int ContentStart = 4;
    private readonly string? _value;

    private CreditorReference(string value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no reference at all.</summary>
    public bool IsEmpty => _value is null;

    /// <summary>The creditor's own reference, without <c>RF</c> and check digits; nothing for <see langword="default"/>.</summary>
    public string Content => _value?[ContentStart..] ?? "";

    /// <summary>Makes a reference out of the creditor's own one.</summary>
    /// <param name="content">1 to 21 letters and digits; blanks between them are left out.</param>
    /// <exception cref="FormatException">Something else, or more.</exception>
    public static CreditorReference Create(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return CompactText.ReadCapitals(content, 1, MaxContentLength) is { } capitals
            ? new CreditorReference(Prefix + Mod97.CheckDigits(Prefix, capitals) + capitals)
            : throw new FormatException("A creditor reference is made of 1 to 21 letters (A-Z) and digits.");
    }

    /// <summary>Makes a reference out of a Kassenzeichen of at most 21 characters.</summary>
    /// <exception cref="FormatException">The Kassenzeichen is longer, empty, or has small letters, which a reference cannot keep apart from capitals.</exception>
    public static CreditorReference Create(Kassenzeichen kassenzeichen) => kassenzeichen.ToString().Any(char.IsAsciiLetterLower)
        ? throw new FormatException("A Kassenzeichen with small letters cannot be a creditor reference: it would come back in capitals.")
        : Create(kassenzeichen.ToString());

    /// <summary>Reads and checks a reference.</summary>
    /// <param name="text"><c>RF</c>, two check digits, 1 to 21 letters and digits; blanks between them are allowed.</param>
    /// <exception cref="FormatException">The text is no reference, or its check digits do not fit.</exception>
    public static CreditorReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static CreditorReference Parse(ReadOnlySpan<char> text) => TryParse(text, out var result)
        ? result
        : throw new FormatException("A creditor reference (ISO 11649) is RF, two check digits that fit, and 1 to 21 letters and digits.");

    /// <summary>Reads and checks a reference, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CreditorReference result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out CreditorReference)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out CreditorReference result)
    {
        var capitals = CompactText.ReadCapitals(text, ContentStart + 1, ContentStart + MaxContentLength);
        var isReference = capitals is not null && capitals.StartsWith(Prefix, StringComparison.Ordinal) && Mod97.IsValid(capitals);
        result = isReference ? new CreditorReference(capitals!) : default;
        return isReference;
    }

    /// <summary>The reference without blanks; nothing for <see langword="default"/>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The reference as text.</summary>
    /// <param name="format"><c>G</c> or nothing: without blanks. <c>P</c>: in groups of four, for paper.</param>
    /// <param name="formatProvider">Not used: it looks alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => CompactText.Format(ToString(), format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        CompactText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static CreditorReference IParsable<CreditorReference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static CreditorReference ISpanParsable<CreditorReference>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CreditorReference>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CreditorReference result) => TryParse(s, out result);

    static bool ISpanParsable<CreditorReference>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CreditorReference result) => TryParse(s, out result);
}
