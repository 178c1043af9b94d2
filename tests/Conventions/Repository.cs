using System.Reflection;

namespace BaseComponents.Tests.Conventions;

/// <summary>The files of the project, without what a build or a run leaves behind.</summary>
internal static class Repository
{
    private static readonly HashSet<string> LeftBehind = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "App_Data",
    };

    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>Relative paths with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*") => Walk(PathOf(folder), pattern)
        .Where(file => !LeftBehind.Contains(Path.GetFileName(file)))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string directory, string pattern)
    {
        if (!Directory.Exists(directory))
            return [];
        var below = Directory.EnumerateDirectories(directory)
            .Where(child => !LeftBehind.Contains(Path.GetFileName(child)))
            .SelectMany(child => Walk(child, pattern));
        return Directory.EnumerateFiles(directory, pattern).Concat(below);
    }
}
