using System.IO.Compression;
using System.Xml.Linq;

namespace BaseComponents.Tests.FirstDay;

/// <summary>A .nupkg, opened.</summary>
public sealed record PackageFile(string Path)
{
    public string Symbols => System.IO.Path.ChangeExtension(Path, ".snupkg");

    public IReadOnlyList<string> Entries => Names(Path);

    public IReadOnlyList<string> SymbolEntries => Names(Symbols);

    public XElement Metadata
    {
        get
        {
            using var archive = ZipFile.OpenRead(Path);
            using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            return XElement.Load(nuspec).Elements().Single(element => element.Name.LocalName == "metadata");
        }
    }

    public string Id => Value("id");

    /// <summary>Neither a tool nor a template.</summary>
    public bool IsLibrary => !Metadata.Descendants().Any(element => element.Name.LocalName == "packageType" && element.Attribute("name")?.Value is "DotnetTool" or "Template");

    public IEnumerable<(string Id, string Version)> Dependencies => Metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value));

    public string Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    public string Read(string entry)
    {
        using var archive = ZipFile.OpenRead(Path);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    public override string ToString() => System.IO.Path.GetFileName(Path);

    private static List<string> Names(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
