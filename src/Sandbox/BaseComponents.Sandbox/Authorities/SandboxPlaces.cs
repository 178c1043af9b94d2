using System.Text;
using System.Text.Json;

namespace BaseComponents.Sandbox.Authorities;

/// <param name="Key">Region key.</param>
/// <param name="Name">Official name.</param>
/// <param name="PostalCodes">Its postal codes.</param>
internal sealed record SandboxPlace(string Key, string Name, IReadOnlyList<string> PostalCodes);

/// <summary>The areas of the region list with their postal codes, for the page.</summary>
internal static class SandboxPlaces
{
    public static IReadOnlyList<SandboxPlace> All { get; } = Read();

    /// <summary>Name of an area that an office is competent for; the list itself has no row for the federation.</summary>
    public static string NameOf(string key) => All.FirstOrDefault(place => place.Key == key)?.Name ?? (key.All(digit => digit == '0') ? "Deutschland" : key);

    private static List<SandboxPlace> Read()
    {
        using var list = JsonDocument.Parse(SandboxData.Regions);
        var codes = CodesByMunicipality();
        return
        [
            .. list.RootElement.GetProperty("daten").EnumerateArray()
                .Select(row => (Key: row[0].GetString()!, Name: row[1].GetString()!))
                .Select(row => new SandboxPlace(row.Key, row.Name, [.. codes[MunicipalityKeyOf(row.Key)]])),
        ];
    }

    private static ILookup<string, string> CodesByMunicipality() => Encoding.UTF8.GetString(SandboxData.PostalCodes)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.Split(','))
        .ToLookup(cells => cells[3], cells => cells[1]);

    private static string MunicipalityKeyOf(string regionKey) => regionKey.Length == 12 ? regionKey[..5] + regionKey[9..] : "";
}
