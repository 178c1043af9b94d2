namespace BaseComponents.Authorities.Internal.Services;

/// <summary>
/// Cuts the endings of inflection, and <c>-ung</c>, which makes the name of an activity (anmelden, Anmeldung). What is left is no word, only the same for
/// all forms; the words of the catalogue and those that are typed are cut alike.
/// </summary>
internal static class WordStem
{
    private const int ShortestStem = 3;

    // The longer before the shorter. "-tion" keeps its n: its plural loses the ending.
    private static readonly string[] Endings = ["ungen", "ung", "innen", "in", "ern", "en", "er", "em", "es", "e", "n", "s"];

    /// <summary>The part of a folded word that inflection leaves alone.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && Allows(word, ending))
                return WithoutPlural(word[..^ending.Length]);
        }

        return word;
    }

    private static bool Allows(ReadOnlySpan<char> word, string ending)
    {
        var rest = word.Length - ending.Length;
        var last = rest > 0 ? word[rest - 1] : ' ';
        return ending switch
        {
            "ungen" or "ung" or "innen" => rest >= ShortestStem + 1,
            "in" => rest >= ShortestStem + 3,
            "s" => rest >= ShortestStem + 1 && last is not ('s' or 'u' or 'i' or 'a'),
            "n" => rest >= ShortestStem + 1 && last is 'l' or 'r',
            _ => rest >= ShortestStem,
        };
    }

    // "Kindern" has lost "ern"; "Bescheinigungs" its s, and now the ending before it.
    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> stem) =>
        stem.EndsWith("ung", StringComparison.Ordinal) && stem.Length > ShortestStem + 3 ? stem[..^3] : stem;
}
