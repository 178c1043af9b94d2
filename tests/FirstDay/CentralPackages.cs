using System.Xml.Linq;

namespace BaseComponents.Tests.FirstDay;

/// <summary>The versions that the repository itself uses: what a sample names without a version, a stranger adds with this one.</summary>
internal static class CentralPackages
{
    private static readonly XDocument File = XDocument.Load(Repository.PathOf("Directory.Packages.props"));

    /// <summary>The packages of the first block: those that a shipped package may bring along.</summary>
    public static IReadOnlyList<string> Shipped { get; } = [.. File.Root!.Elements("ItemGroup").First().Elements("PackageVersion").Select(version => version.Attribute("Include")!.Value)];

    public static string VersionOf(string package) =>
        File.Descendants("PackageVersion").Single(version => version.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
}
