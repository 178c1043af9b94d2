using System.Text.RegularExpressions;

namespace BaseComponents.Payments.Internal.Bank;

/// <summary>The words of a text, and neighbours joined: banks break lines inside of a Kassenzeichen, payers write it in groups.</summary>
internal static partial class Words
{
    private const int MostNeighbours = 12;

    /// <summary>Each word, and each row of words with nothing but blanks, dots, dashes and slashes between them, without these.</summary>
    public static IEnumerable<string> In(string text, int longest)
    {
        var words = Word().Matches(text).ToArray();
        for (var first = 0; first < words.Length; first++)
        {
            var row = "";
            for (var next = first; next < Math.Min(words.Length, first + MostNeighbours) && (next == first || FollowsClosely(text, words[next - 1], words[next])); next++)
            {
                row += words[next].Value;
                if (row.Length > longest)
                    break;
                yield return row;
            }
        }
    }

    private static bool FollowsClosely(string text, Match word, Match next)
    {
        foreach (var sign in text.AsSpan(word.Index + word.Length, next.Index - word.Index - word.Length))
        {
            if (!char.IsWhiteSpace(sign) && sign is not ('-' or '.' or '/' or '_'))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
