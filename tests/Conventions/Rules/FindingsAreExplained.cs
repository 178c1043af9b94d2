using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

/// <summary>Every finding of the doctor and the health checks stands on the page that it names.</summary>
public sealed partial class FindingsAreExplained
{
    [Fact]
    public void Each_code_stands_in_the_operators_page()
    {
        var codes = Repository.Files("src", "*.cs").Where(file => !file.StartsWith("src/Sandbox/", StringComparison.Ordinal)).SelectMany(file => Finding().Matches(Repository.Read(file)))
            .Select(match => match.Groups["code"].Value).Append("check-failed").Distinct().Order(StringComparer.Ordinal).ToArray();
        var page = Repository.Read("docs/operations.md");

        codes.Should().HaveCountGreaterThan(50, "otherwise they are written in another way, and this rule looks past them");
        codes.Where(code => !page.Contains($"`{code}`", StringComparison.Ordinal)).Should().BeEmpty("docs/operations.md says of each what to do");
    }

    [GeneratedRegex("\\b(?:findings\\.(?:Ok|Skip|Warn|Fail)|Skip)\\((?:component, |Component\\(registration\\.Name\\), |\"payments\", )?\"(?<code>[a-z0-9.-]+)\"")]
    private static partial Regex Finding();
}
