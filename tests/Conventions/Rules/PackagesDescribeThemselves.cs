namespace BaseComponents.Tests.Conventions.Rules;

public sealed class PackagesDescribeThemselves
{
    [Fact]
    public void Every_project_says_what_its_package_is() => Verdict.NoFindings(
        ShippedProject.All.SelectMany(Findings),
        "A package carries a description of one sentence, the unit's README.md, a changelog, a tag prefix and its public API files; see src/Payments for the pattern.");

    [Fact]
    public void Every_package_page_is_written() => Verdict.NoFindings(
        from unit in ShippedProject.All.Select(project => project.Unit).Distinct()
        let page = $"src/{unit}/README.md"
        where File.Exists(Repository.PathOf(page)) && Repository.Read(page).Split('\n').Length < 20
        select $"{page} is nearly empty.",
        "The package page says what it is, shows a quick start of ten lines, the configuration and the errors.");

    private static IEnumerable<string> Findings(ShippedProject project)
    {
        var description = project.Xml.Descendants("Description").SingleOrDefault()?.Value ?? "";
        if (description.Length < 20 || !description.EndsWith('.'))
            yield return $"{project.File} has no Description of one sentence.";

        var props = $"src/{project.Unit}/Directory.Build.props";
        if (!Exists(props) || !Repository.Read(props).Contains("<MinVerTagPrefix>", StringComparison.Ordinal))
            yield return $"{props} sets no MinVerTagPrefix.";
        else if (!Repository.Read(props).Contains("README.md\" Pack=\"true\"", StringComparison.Ordinal))
            yield return $"{props} does not pack the README.md.";

        string[] api = project.IsTemplate ? [] : [$"{project.Folder}/PublicAPI.Shipped.txt", $"{project.Folder}/PublicAPI.Unshipped.txt"];
        string[] files = [$"src/{project.Unit}/README.md", $"src/{project.Unit}/CHANGELOG.md", .. api];
        foreach (var missing in files.Where(file => !Exists(file)))
            yield return $"{missing} is missing.";
    }

    private static bool Exists(string file) => File.Exists(Repository.PathOf(file));
}
