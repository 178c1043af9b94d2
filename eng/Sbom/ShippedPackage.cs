using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace BaseComponents.Sbom;

/// <summary>A package that we made.</summary>
internal sealed record ShippedPackage(string Id, string Version, string License, string Sha256)
{
    public static ShippedPackage Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XElement.Load(nuspec).Elements().Single(element => element.Name.LocalName == "metadata");
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        return new ShippedPackage(Value("id"), Value("version"), Value("license"), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
    }
}
