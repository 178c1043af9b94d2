using System.Collections.Frozen;

namespace BaseComponents.Authorities.Internal.Services;

/// <summary>Words of a question that say nothing about what is looked for, folded.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen",
        "und", "oder", "auch", "nur", "noch", "schon", "mal", "bitte", "nicht", "mehr", "wenn", "weil", "dass", "als", "sehr",
        "in", "im", "ins", "am", "an", "auf", "aus", "bei", "beim", "fur", "mit", "nach", "uber", "um", "von", "vom", "vor", "zu", "zum", "zur", "wegen", "durch", "gegen",
        "ich", "du", "er", "sie", "es", "wir", "ihr", "man", "mich", "mir", "uns", "sich", "ihm", "ihn",
        "mein", "meine", "meinen", "meinem", "meiner", "meines", "unser", "unsere", "unseren", "unserer", "sein", "seine", "ihre", "ihren",
        "wo", "wie", "was", "wer", "wann", "wohin", "welche", "welches", "welcher", "wieviel", "hier", "da", "dort",
        "ist", "sind", "war", "bin", "hat", "hab", "habe", "haben", "wird", "werden", "worden", "wurde", "kann", "kannst", "konnen", "muss", "mussen", "soll", "darf", "will", "mochte", "wollen", "brauche", "brauchen", "bekomme", "bekommen", "gibt", "geht", "machen", "mache", "lassen", "kriege", "kriegen",
    ], StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>The words that say something; all of them if none does.</summary>
    public static List<string> Without(List<string> words)
    {
        var left = words.FindAll(word => !Words.Contains(word));
        return left.Count > 0 ? left : words;
    }
}
