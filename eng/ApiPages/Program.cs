using BaseComponents.ApiPages;

// Writes a page in Markdown for each package: every public type and member with its comment.
// Usage: dotnet run --project eng/ApiPages -- FOLDER-OF-SRC FOLDER-WITH-ALL-ASSEMBLIES OUTPUT
if (args is not [var sources, var assemblies, var output])
{
    Console.Error.WriteLine("Usage: ApiPages FOLDER-OF-SRC FOLDER-WITH-ALL-ASSEMBLIES OUTPUT");
    return 2;
}

Directory.CreateDirectory(output);
var packages = Package.FindAll(sources, assemblies);
foreach (var package in packages)
    File.WriteAllText(Path.Combine(output, package.Name + ".md"), PackagePage.Write(package));
File.WriteAllText(Path.Combine(output, "index.md"), PackagePage.Index(packages));
Console.WriteLine($"{packages.Count} packages, {packages.Sum(package => package.Types.Count)} types");
return 0;
