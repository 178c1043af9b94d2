using System.Runtime.Loader;

namespace BaseComponents.ApiPages;

/// <summary>An assembly that is shipped, with its comments.</summary>
internal sealed record Package(string Name, IReadOnlyList<Type> Types, Comments Comments)
{
    /// <summary>Every project below the folder that has a file of its public API.</summary>
    public static IReadOnlyList<Package> FindAll(string sources, string assemblies)
    {
        var context = new AssemblyLoadContext("pages");
        context.Resolving += (_, name) => Path.Combine(Path.GetFullPath(assemblies), name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        return
        [
            .. Directory.EnumerateFiles(sources, "PublicAPI.Shipped.txt", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(context, Path.GetFullPath(assemblies), name)),
        ];
    }

    private static Package Read(AssemblyLoadContext context, string folder, string name)
    {
        var assembly = context.LoadFromAssemblyPath(Path.Combine(folder, name + ".dll"));
        var types = assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal);
        return new Package(name, [.. types], Comments.Load(Path.Combine(folder, name + ".xml")));
    }
}
