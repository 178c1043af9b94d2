using System.Text;

namespace BaseComponents.Shared;

/// <summary>
/// Text of strangers, made fit for normalisation: half a character (a surrogate by itself) and the mark of the wrong byte order (U+FFFE), on both of which the framework's normalisation throws, become U+FFFD.
/// </summary>
internal static class WholeText
{
    private const char WrongOrder = '\uFFFE';

    public static string Of(string text) => IsWhole(text) ? text : string.Concat(text.EnumerateRunes().Select(Of));

    public static Rune Of(Rune rune) => rune.Value == WrongOrder ? Rune.ReplacementChar : rune;

    private static bool IsWhole(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains(WrongOrder);
}
