namespace BaseComponents.Tests.Conventions.Rules;

public sealed class DocumentedCodeCompiles
{
    [Fact]
    public void Every_block_of_csharp_in_a_page_is_a_region_of_a_sample() => Verdict.NoFindings(
        from page in Pages()
        from block in MarkdownCode.In(page, Repository.Read(page))
        where !SampleCode.Regions.Contains(block.Code)
        select $"{block.File}:{block.Line} is no region of a sample:{Environment.NewLine}{block.Code}",
        "Put the code into a #region of a .cs file below samples/, see it compile, and paste the region into the page: what is shown has been compiled.");

    [Fact]
    public void The_rule_takes_a_page_apart() => MarkdownCode.In("page.md", "text\n```bash\nls\n```\n  ```csharp\n  var a = 1;\n\n    a++;\n  ```\n")
        .Should().ContainSingle().Which.Should().Be(new MarkdownCode("page.md", 5, "var a = 1;\n\n  a++;"));

    [Fact]
    public void The_rule_takes_a_sample_apart() => SampleCode.In("#region Outer\n    var a = 1;\n    #region Inner\n    a++;\n    #endregion\n#endregion\n")
        .Should().Contain("a++;").And.HaveCount(2);

    private static IEnumerable<string> Pages() => Repository.Files("", "*.md").Where(page =>
        page is "README.md" || page.StartsWith("docs/", StringComparison.Ordinal) || (page.StartsWith("src/", StringComparison.Ordinal) && page.EndsWith("/README.md", StringComparison.Ordinal)));
}
