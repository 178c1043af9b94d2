using System.Text.Json;
using System.Xml.Linq;

namespace BaseComponents.Sbom;

/// <summary>A package that restoring a project brings along.</summary>
internal sealed record ResolvedPackage(string Id, string Version, string License, string Sha512);

/// <summary>What NuGet resolved for one project.</summary>
internal sealed record AssetsFile(string Project, IReadOnlyList<ResolvedPackage> Packages)
{
    public static AssetsFile Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        var cache = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        // Packages whose assets stay in the build are not brought along.
        var private_ = PrivatePackages(root);
        var packages = root.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => (Name: library.Name.Split('/'), Path: Path.Combine(cache, library.Value.GetProperty("path").GetString()!), Hash: library.Value.GetProperty("sha512").GetString()!))
            .Where(library => !private_.Contains(library.Name[0]))
            .Select(library => new ResolvedPackage(library.Name[0], library.Name[1], License(library.Path), Convert.ToHexStringLower(Convert.FromBase64String(library.Hash))));
        return new AssetsFile(root.GetProperty("project").GetProperty("restore").GetProperty("projectName").GetString()!, [.. packages]);
    }

    private static HashSet<string> PrivatePackages(JsonElement root) =>
    [
        .. root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .Where(framework => framework.Value.TryGetProperty("dependencies", out _))
            .SelectMany(framework => framework.Value.GetProperty("dependencies").EnumerateObject())
            .Where(dependency => dependency.Value.TryGetProperty("suppressParent", out var suppressed) && suppressed.GetString() == "All")
            .Select(dependency => dependency.Name),
    ];

    // An expression of SPDX where the package has one; otherwise somebody has to look (docs/dependencies.md).
    private static string License(string folder)
    {
        var nuspec = Directory.EnumerateFiles(folder, "*.nuspec").Single();
        var license = XDocument.Load(nuspec).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        return license?.Attribute("type")?.Value == "expression" ? license.Value : "NOASSERTION";
    }
}
