using System.Globalization;

namespace BaseComponents.Shared.Stores;

/// <summary>The scripts of one kind of database, by their number. A script that was published is never changed.</summary>
internal static class SchemaScripts
{
    public static IReadOnlyList<(int Version, string Sql)> Of(string kind)
    {
        var prefix = $"Scripts.{kind}.";
        var assembly = typeof(SchemaScripts).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name[prefix.Length..].Split('.')[0], CultureInfo.InvariantCulture), Read(assembly.GetManifestResourceStream(name)!)))
            .OrderBy(static script => script.Item1)];
    }

    private static string Read(Stream resource)
    {
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
