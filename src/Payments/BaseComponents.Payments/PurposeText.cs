using BaseComponents.Payments.Internal.Transfers;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments;

/// <summary>Makes a text fit for the bank statement. Explicit, so that nothing is changed silently.</summary>
/// <remarks>German: Verwendungszweck. XBezahldienste 1.0.0 allows 27 characters without umlauts, full stop and slash.</remarks>
public static class PurposeText
{
    /// <summary>The most characters a purpose has.</summary>
    public const int MaxLength = 27;

    /// <summary>Writes umlauts out, drops accents, replaces other signs by a blank, and shortens at a word where it can.</summary>
    /// <param name="text">Any text, such as <c>Hundesteuer für Jänner/2027</c>.</param>
    /// <returns>A purpose that <see cref="PaymentOrder.Check"/> accepts, or an empty text when nothing is left.</returns>
    public static string From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = Transliteration.Of(SepaText.Shorten(text, SepaText.MaxInput), UmlautWriting.WrittenOut).Select(Allowed);
        return Pieces.Cut(Pieces.WithSingleBlanks(pieces), MaxLength);
    }

    private static string Allowed(string? piece) => piece is not null && piece.All(IsAllowed) ? piece : " ";

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ' ';
}
