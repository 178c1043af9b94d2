using System.Reflection;

namespace BaseComponents.Tests.Fuzz;

/// <summary>The files below <c>corpus/</c>: seeds, and every input that once found something.</summary>
internal static class Corpus
{
    public static string Root { get; } = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "tests", "Fuzz", "corpus");

    public static IEnumerable<string> Of(Reader reader) => Directory.EnumerateFiles(Path.Combine(Root, reader.Name)).Order(StringComparer.Ordinal);

    public static void WriteSeeds()
    {
        foreach (var reader in Reader.All)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Root, reader.Name)).FullName;
            foreach (var (name, input) in reader.Seeds())
                File.WriteAllBytes(Path.Combine(folder, name), input);
        }
    }
}
