using BaseComponents.Sbom;

// Writes the bill of materials of a unit's packages (SPDX 2.3, JSON): what is in the folder, and every package that restoring brings along, with licence and hash.
// Usage: Sbom FOLDER-OF-THE-UNIT FOLDER-WITH-PACKAGES OUTPUT CREATED
if (args is not [var unit, var packages, var output, var created])
{
    Console.Error.WriteLine("Usage: Sbom FOLDER-OF-THE-UNIT FOLDER-WITH-PACKAGES OUTPUT CREATED (such as 2027-01-31T12:00:00Z)");
    return 2;
}

var shipped = Directory.EnumerateFiles(packages, "*.nupkg").Order(StringComparer.Ordinal).Select(ShippedPackage.Read).ToList();
var resolved = Directory.EnumerateFiles(unit, "project.assets.json", SearchOption.AllDirectories).Select(AssetsFile.Read).ToDictionary(file => file.Project, StringComparer.Ordinal);
if (shipped.Find(package => !resolved.ContainsKey(package.Id)) is { } unknown)
{
    Console.Error.WriteLine($"No project in {unit} makes {unknown.Id}: is it another unit's package, or was the unit not built?");
    return 1;
}

File.WriteAllText(output, SpdxDocument.Write(Path.GetFileName(Path.TrimEndingDirectorySeparator(unit)), created, shipped, resolved));
Console.WriteLine($"{shipped.Count} packages, {resolved.Values.SelectMany(file => file.Packages).DistinctBy(package => (package.Id, package.Version)).Count()} that they bring along: {output}");
return 0;
