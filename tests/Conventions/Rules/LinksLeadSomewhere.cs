using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed partial class LinksLeadSomewhere
{
    [Fact]
    public void Every_link_within_the_project_has_its_target() => Verdict.NoFindings(
        from page in Repository.Files("", "*.md").Where(page => !IsPackagePage(page))
        from link in Links(Repository.Read(page))
        let problem = ProblemOf(page, link)
        where problem is not null
        select $"{page}: {link} {problem}",
        "A reader who follows a link finds what it promised: name the file as it is, and the heading by its anchor.");

    [Theory]
    [InlineData("docs/eid.md", "errors.md", null)]
    [InlineData("docs/eid.md", "errors.md#payments", null)]
    [InlineData("docs/eid.md", "#concepts", null)]
    [InlineData("docs/eid.md", "missing.md", "does not exist")]
    [InlineData("docs/eid.md", "errors.md#missing", "has no such heading")]
    public void The_rule_follows(string page, string link, string? problem) => ProblemOf(page, link).Should().Be(problem);

    // A package page is read on a package site, where a relative link leads nowhere: it has none but to the outside.
    private static bool IsPackagePage(string page) => page.StartsWith("src/", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    private static string? ProblemOf(string page, string link)
    {
        var (path, anchor) = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (link[..at], link[(at + 1)..]) : (link, "");
        var target = path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(path, Path.GetDirectoryName(Repository.PathOf(page))!));
        if (!File.Exists(Repository.PathOf(target)) && !Directory.Exists(Repository.PathOf(target)))
            return "does not exist";
        return anchor.Length == 0 || Anchors(Repository.Read(target)).Contains(anchor) ? null : "has no such heading";
    }

    private static HashSet<string> Anchors(string text) =>
    [
        .. Heading().Matches(text).Select(match => NotInAnchors().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
        .. ExplicitAnchor().Matches(text).Select(match => match.Groups["id"].Value),
    ];

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"")]
    private static partial Regex ExplicitAnchor();
}
