using System.Globalization;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>The areas the routing service knows, each with a number of its own, and the areas around one.</summary>
internal static class RoutingPlaces
{
    private const int FirstNumber = 1001;
    private const int Digits = 12;

    public static IEnumerable<(string Id, SandboxPlace Place)> All { get; } =
        [.. SandboxPlaces.All.Select((place, index) => ((FirstNumber + index).ToString(CultureInfo.InvariantCulture), place))];

    public static string? KeyOfNumber(string number) => All.FirstOrDefault(entry => entry.Id == number).Place?.Key;

    /// <summary>The region key of a municipality key: the one of the list, since the association cannot be computed.</summary>
    public static string? KeyOfMunicipality(string key) => key.Length < 8
        ? key
        : SandboxPlaces.All.Select(place => place.Key).FirstOrDefault(area => area.Length == Digits && area[..5] + area[9..] == key);

    /// <summary>The area and those around it, the smallest first, each filled up with zeros.</summary>
    public static IEnumerable<string> Around(string key)
    {
        var whole = key.Length == 9 && key[5] == '0' ? key + key[6..] : key.PadRight(Digits, '0');
        yield return whole;
        foreach (var length in (int[])[9, 5, 2, 0])
        {
            var larger = whole[..length].PadRight(Digits, '0');
            if (larger != whole)
                yield return larger;
        }
    }

    public static string KindOf(string key) => key.Length switch
    {
        2 => "Land",
        5 => "Landkreis",
        9 => "Gemeindeverband",
        _ => key.EndsWith("0000000", StringComparison.Ordinal) ? "Kreisfreie Stadt" : "Gemeinde",
    };
}
