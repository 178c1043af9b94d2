using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BaseComponents.Tests.Journeys.Languages;

/// <summary>The texts of the service in another language, and those that its source says, as they lie in the tree.</summary>
internal static partial class TextFile
{
    private static readonly string[] Parts = ["DogLicence", "Shared"];

    // Where texts for citizens stand; the rest of the source speaks to operators or writes documents.
    private static readonly string[] Speaking =
        ["/Fields/", "/LogIns/", "/Registration/", "/Paying/PaymentNotice", "/Pages/", "/Documents/CaseSheet", "/Submission/DeliveryNotice", "/Cases/Absences", "/Cases/GermanLevel", "/Cases/Retention", "/Forms/"];

    public static Dictionary<string, string> Read(string tag) => Parts
        .SelectMany(part => XDocument.Load(Path.Combine(Folder(part), "Languages", $"Texts.{tag}.resx")).Root!.Elements("data"))
        .ToDictionary(data => (string)data.Attribute("name")!, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>Every literal of the source, with its holes as <c>{0}</c>, <c>{1}</c>; true where it must have a translation.</summary>
    public static Dictionary<string, bool> Literals()
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var file in Parts.SelectMany(part => Directory.EnumerateFiles(Folder(part), "*.cs*", SearchOption.AllDirectories)).Select(file => file.Replace('\\', '/')))
            if (!file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.EndsWith(".csproj", StringComparison.Ordinal) && !file.EndsWith(".css", StringComparison.Ordinal))
                Read(file, Speaking.Any(part => file.Contains(part, StringComparison.Ordinal)), found);
        return found;
    }

    /// <summary>Words that stand on a page as they are, without a look into the texts.</summary>
    public static IEnumerable<string> Untranslated() => Parts
        .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Folder(part), "Pages"), "*.cshtml", SearchOption.AllDirectories))
        .SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word.Groups["text"].Value}"));

    /// <summary>The holes of a text, in order.</summary>
    public static string HolesOf(string text) => string.Join(' ', Hole().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static void Read(string file, bool speaks, Dictionary<string, bool> found)
    {
        foreach (var line in File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("LoggerMessage", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal)))
            foreach (Match literal in Literal().Matches(line))
            {
                var (text, holes) = (literal.Groups["text"].Value, 0);
                if (literal.Groups["filled"].Length > 0)
                    text = Filling().Replace(text, _ => $"{{{holes++}}}");
                found[text] = found.GetValueOrDefault(text) || (speaks && IsGerman(text));
            }
    }

    // A word with an umlaut, or one of those no German sentence is without. Labels of one plain word are found by the walk.
    private static bool IsGerman(string text) => GermanWord().IsMatch(text);

    private static string Folder(string part) => Path.Combine(Path.GetDirectoryName(TestPaths.Sample.TrimEnd(Path.DirectorySeparatorChar))!, part);

    [GeneratedRegex("""(?<filled>\$?)"(?!@T\[)(?<text>(?:[^"\\]|\\.)*)[\x22]""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Filling();

    [GeneratedRegex("""</?[a-z][^<>]*[a-z"]>\s*(?<text>[A-Za-zÄÖÜäöü][^<>@={};]{2,})<""")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[äöüßÄÖÜ]|\b(Sie|Ihre?|Ihren|der|die|das|den|dem|ist|nicht|wird|Bitte|zum|zur|und)\b.* |\bKassenzeichen\b")]
    private static partial Regex GermanWord();
}
