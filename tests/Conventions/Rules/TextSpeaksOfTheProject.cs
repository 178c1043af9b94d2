using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class TextSpeaksOfTheProject
{
    private static readonly string[] Binary = [".png", ".p12", ".pfx", ".ico", ".woff2", ".ttf", ".pdf", ".snk"];

    // Written in pieces, so that this file passes its own rule.
    private static readonly (string What, Regex Pattern)[] Foreign =
    [
        ("a path of one machine", Build(@"(?<![\w.$)}])/(wo" + @"rk|ro" + @"ot|ho" + @"me/\w+)/")),
        ("a temporary path of one machine", Build(@"(?<![\w.$)}])/t" + @"mp/\w")),
        ("the address of a package feed", Build(@"://[^/\s""']*(nu" + @"get|npm" + @"js|pypi|deb\.debian)[^/\s""']*")),
        ("a tool of its makers", Build(@"\b(cla" + @"ude|anth" + @"ropic|copi" + @"lot|chat" + @"gpt|open" + @"ai|ll" + @"m)\b")),
        ("a ticket number", Build(@"\b(iss" + @"ues? #?\d+|tick" + @"et #?\d+)\b")),
        ("how the work was organised", Build(@"\b((this|last|next|previous|earlier|parallel) (sess" + @"ion|age" + @"nt)|coding age" + @"nt|sub" + @"age" + @"nt|work" + @"tree|the br" + @"ief)\b")),
        ("a note to self", Build(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b", RegexOptions.None)),
    ];

    [Fact]
    public void Tracked_files_speak_of_the_project_only() => Verdict.NoFindings(
        Repository.Files("").Where(IsText).SelectMany(file => Findings(file, Repository.Read(file))),
        "The files are read by strangers on other machines: name no path, feed, tool, ticket or way of working of ours.");

    [Theory]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("see iss" + "ue #12")]
    [InlineData("\"resolved\": \"https://registry.npm" + "js.org/a/-/a-1.tgz\"")]
    [InlineData("// TO" + "DO: later")]
    public void The_rule_sees(string text) => Findings("example.md", text).Should().ContainSingle();

    [Theory]
    [InlineData("docs/wo" + "rk/page.md")]
    [InlineData("the session cookie and the User-Agent header")]
    [InlineData("https://example.org/wo" + "rk/")]
    public void The_rule_accepts(string text) => Findings("example.md", text).Should().BeEmpty();

    private static bool IsText(string file) => !Binary.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !file.Contains("/wwwroot/lib/", StringComparison.Ordinal);

    private static IEnumerable<string> Findings(string file, string text) =>
        from line in text.Split('\n').Index()
        from word in Foreign
        let match = word.Pattern.Match(line.Item)
        where match.Success
        select $"{file}:{line.Index + 1} names {word.What}: {match.Value}";

    private static Regex Build(string pattern, RegexOptions options = RegexOptions.IgnoreCase) => new(pattern, options | RegexOptions.CultureInvariant);
}
