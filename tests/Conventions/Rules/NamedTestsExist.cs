using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

/// <summary>Pages for auditors name tests as proof: a name without a test would be a claim without one.</summary>
public sealed partial class NamedTestsExist
{
    private static readonly string[] Pages = ["docs/audit.md", "docs/security.md"];

    [Fact]
    public void Every_test_that_a_page_for_auditors_names_is_there() => Verdict.NoFindings(
        from page in Pages
        from name in Names(Repository.Read(page)).Distinct(StringComparer.Ordinal)
        where !IsThere(name)
        select $"{page}: {name} is no test class and no folder of tests",
        "Name the class as it is written below tests/, or take the claim back.");

    [Fact]
    public void The_rule_reads_names_and_folders() => Names("| threat | answer | `OutcomeTests`, `tests/Fuzz` (`snapshot`) | `Hard` |").Should().Equal("OutcomeTests", "tests/Fuzz");

    [Theory]
    [InlineData("NamedTestsExist", true)]
    [InlineData("NobodyHasWrittenTheseTests", false)]
    [InlineData("tests/Conventions", true)]
    [InlineData("tests/Nowhere", false)]
    public void The_rule_sees_what_is_missing(string name, bool isThere) => IsThere(name).Should().Be(isThere);

    private static HashSet<string> Classes { get; } =
        [.. Repository.Files("tests", "*.cs").SelectMany(file => Class().Matches(Repository.Read(file))).Select(match => match.Groups["name"].Value)];

    private static bool IsThere(string name) => name.Contains('/', StringComparison.Ordinal) ? Directory.Exists(Repository.PathOf(name)) : Classes.Contains(name);

    private static IEnumerable<string> Names(string text) => Named().Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]*Tests|tests/[A-Za-z0-9/]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(public|internal) (sealed |abstract |static )?(partial )?class (?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Class();
}
