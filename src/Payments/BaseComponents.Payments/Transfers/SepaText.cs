using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>Texts in the character set that every bank of the euro payments area takes: <c>A-Z a-z 0-9 / - ? : ( ) . , ' +</c> and blanks.</summary>
/// <remarks>German: SEPA-Zeichensatz. Letters of other scripts than Latin have no equivalent here.</remarks>
public static class SepaText
{
    /// <summary>The most characters of a text that are looked at; a longer one is refused.</summary>
    public const int MaxInput = 4096;

    private const string OtherSigns = "/-?:().,'+ ";

    /// <summary>Whether every character belongs to the set.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            if (!char.IsAsciiLetterOrDigit(sign) && !OtherSigns.Contains(sign))
                return false;
        }

        return true;
    }

    /// <summary>Writes a text in the set, as far as the policy allows. Line breaks and rows of blanks become one blank.</summary>
    /// <exception cref="FormatException">A sign has no equivalent and the policy no replacement, or the text is too long to look at. The message does not repeat it.</exception>
    public static string From(string text, SepaTextPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryFrom(text, policy, out var result)
            ? result
            : throw new FormatException($"The text has a sign without equivalent in the SEPA character set and the policy names no replacement, or it has more than {MaxInput} characters.");
    }

    /// <summary>Writes a text in the set as far as the policy allows, or says that it does not.</summary>
    /// <exception cref="ArgumentException">The policy's replacement is not of the set itself, or its length is negative.</exception>
    public static bool TryFrom([NotNullWhen(true)] string? text, SepaTextPolicy policy, out string result)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Replacement is { } replacement && !IsAllowed(replacement))
            throw new ArgumentException("The replacement itself is not of the SEPA character set.", nameof(policy));
        if (policy.MaxLength is < 0)
            throw new ArgumentException("A length is not negative.", nameof(policy));
        result = "";
        if (text is null or { Length: > MaxInput })
            return false;
        var pieces = Transliteration.Of(text, policy.Umlauts).Select(piece => SepaSubstitute.For(piece) ?? policy.Replacement).ToArray();
        if (pieces.Contains(null))
            return false;
        result = Pieces.Cut(Pieces.WithSingleBlanks(pieces!), policy.MaxLength ?? int.MaxValue);
        return true;
    }

    /// <summary>
    /// Shortens any text: after a whole word where that costs less than half of it, otherwise after a whole character as a reader sees it. Never
    /// inside a surrogate pair, nor between a letter and its accents.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static string Shorten(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        return text.Length <= maxLength ? text : Pieces.Cut(Pieces.Characters(text), maxLength);
    }
}
