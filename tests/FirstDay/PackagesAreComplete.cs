namespace BaseComponents.Tests.FirstDay;

public sealed class PackagesAreComplete(StrangersMachine machine)
{
    private readonly List<PackageFile> _packages = [.. Directory.EnumerateFiles(machine.Packages, "*.nupkg").Select(file => new PackageFile(file))];

    [Fact]
    public void Every_shipped_project_makes_one() => _packages.Select(package => package.Id).Should().BeEquivalentTo(
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension));

    [Fact]
    public void Each_says_what_it_is_under_which_licence_and_where_it_was_made() => _packages.Should().AllSatisfy(package =>
    {
        package.Value("version").Should().Be(StrangersMachine.Version);
        package.Value("license").Should().Be("MIT");
        package.Value("description").Should().EndWith(".");
        package.Value("readme").Should().Be("README.md");
        package.Read("README.md").Should().StartWith("# ", "the package page is the unit's README");
        package.Metadata.Descendants().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value.Should().HaveLength(40);
    });

    [Fact]
    public void Each_library_brings_its_assembly_its_documentation_and_its_symbols() => _packages.Where(package => package.IsLibrary).Should().AllSatisfy(package =>
    {
        package.Entries.Should().Contain([$"lib/net10.0/{package.Id}.dll", $"lib/net10.0/{package.Id}.xml"]);
        package.Entries.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Should().OnlyContain(entry => entry.StartsWith($"lib/net10.0/{package.Id}.", StringComparison.Ordinal));
        package.SymbolEntries.Should().Contain($"lib/net10.0/{package.Id}.pdb");
    });

    [Fact]
    public void Each_brings_along_its_own_unit_and_what_we_say_we_ship() => _packages.Should().AllSatisfy(package =>
    {
        foreach (var (id, version) in package.Dependencies)
        {
            if (id.StartsWith("BaseComponents.", StringComparison.Ordinal))
                (id.Split('.')[1], version).Should().Be((package.Id.Split('.')[1], StrangersMachine.Version), $"{package} points to {id}");
            else
                CentralPackages.Shipped.Should().Contain(id, $"{package} brings it along");
        }
    });
}
