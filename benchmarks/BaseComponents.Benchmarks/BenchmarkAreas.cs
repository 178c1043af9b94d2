using System.Reflection;

namespace BaseComponents.Benchmarks;

/// <summary>
/// The areas that exist: each is a static class <c>BaseComponents.Benchmarks.&lt;Area&gt;.…Benchmarks</c> with a method <c>Task RunAsync(bool quick)</c>
/// in the folder of its name, so that an area is added without a change here.
/// </summary>
internal static class BenchmarkAreas
{
    private const string Root = "BaseComponents.Benchmarks.";

    public static SortedDictionary<string, Func<bool, Task>> Found()
    {
        var areas = new SortedDictionary<string, Func<bool, Task>>(StringComparer.Ordinal);
        foreach (var type in typeof(BenchmarkAreas).Assembly.GetTypes().Where(IsArea))
        {
            var method = type.GetMethod("RunAsync", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(bool)]);
            if (method?.ReturnType == typeof(Task))
                areas.Add(NameOf(type), method.CreateDelegate<Func<bool, Task>>());
        }

        return areas;
    }

    private static bool IsArea(Type type) =>
        type.Namespace?.StartsWith(Root, StringComparison.Ordinal) is true && type.Name.EndsWith("Benchmarks", StringComparison.Ordinal);

    private static string NameOf(Type type) => type.Namespace![Root.Length..].ToLowerInvariant();
}
