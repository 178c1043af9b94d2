using System.Text.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Sbom;

/// <summary>The document (SPDX 2.3, sections 6, 7 and 11).</summary>
internal static class SpdxDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static string Write(string unit, string created, IReadOnlyList<ShippedPackage> shipped, Dictionary<string, AssetsFile> resolved)
    {
        var brought = shipped.SelectMany(package => resolved[package.Id].Packages).DistinctBy(package => (package.Id, package.Version)).OrderBy(package => package.Id, StringComparer.Ordinal).ToList();
        var version = shipped[0].Version;
        return new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = "SPDXRef-DOCUMENT",
            ["name"] = $"BaseComponents.{unit} {version}",
            ["documentNamespace"] = $"urn:basecomponents:{unit.ToLowerInvariant()}:{version}:{shipped[0].Sha256[..16]}",
            ["creationInfo"] = new JsonObject { ["created"] = created, ["creators"] = new JsonArray("Organization: BaseComponents contributors", "Tool: eng/Sbom") },
            ["packages"] = new JsonArray(
            [
                .. shipped.Select(package => Package(package.Id, package.Version, package.License, "SHA256", package.Sha256)),
                .. brought.Select(package => Package(package.Id, package.Version, package.License, "SHA512", package.Sha512)),
            ]),
            ["relationships"] = new JsonArray(
            [
                .. shipped.Select(package => Relationship("SPDXRef-DOCUMENT", "DESCRIBES", Reference(package.Id, package.Version))),
                .. shipped.SelectMany(package => resolved[package.Id].Packages.Select(other => Relationship(Reference(package.Id, package.Version), "DEPENDS_ON", Reference(other.Id, other.Version)))),
            ]),
        }.ToJsonString(Readable);
    }

    private static JsonObject Package(string id, string version, string license, string algorithm, string hash) => new()
    {
        ["SPDXID"] = Reference(id, version),
        ["name"] = id,
        ["versionInfo"] = version,
        ["downloadLocation"] = "NOASSERTION",
        ["filesAnalyzed"] = false,
        ["licenseConcluded"] = license,
        ["licenseDeclared"] = license,
        ["copyrightText"] = "NOASSERTION",
        ["checksums"] = new JsonArray(new JsonObject { ["algorithm"] = algorithm, ["checksumValue"] = hash }),
        ["externalRefs"] = new JsonArray(new JsonObject { ["referenceCategory"] = "PACKAGE-MANAGER", ["referenceType"] = "purl", ["referenceLocator"] = $"pkg:nuget/{id}@{version}" }),
    };

    private static JsonObject Relationship(string from, string kind, string to) => new() { ["spdxElementId"] = from, ["relationshipType"] = kind, ["relatedSpdxElement"] = to };

    // Letters, digits, points and hyphens only (SPDX 2.3, section 7.2).
    private static string Reference(string id, string version) => $"SPDXRef-{id}-{version}".Replace('+', '-').Replace('_', '-');
}
