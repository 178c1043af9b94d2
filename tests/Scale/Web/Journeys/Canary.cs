using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Scale.Web.Journeys;

/// <summary>The value that stands in everything one citizen is and types, and nowhere else: family name, street, mail address, dog, insurance. All begin alike, so that any page can be searched for all.</summary>
internal sealed partial record Canary(string Text)
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "qxkanarix";

    public static Canary Of(int number)
    {
        var letters = new char[5];
        for (var at = letters.Length - 1; at >= 0; at--)
            (letters[at], number) = ((char)('a' + (number % 26)), number / 26);
        return new Canary(Prefix + new string(letters));
    }

    public string Dog => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text);

    public string MailAddress => $"{Text}@buerger.example";

    /// <summary>Whether a page shows somebody else's.</summary>
    public bool IsForeignIn(string page) => AnyOf().Matches(page).Any(found => !found.Value.Equals(Text, StringComparison.OrdinalIgnoreCase));

    public bool IsIn(string page) => page.Contains(Text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(Prefix + "[a-z]{5}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AnyOf();
}
