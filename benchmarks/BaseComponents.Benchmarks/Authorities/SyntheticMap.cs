using System.Globalization;
using System.Text;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// 16,000 municipalities in 400 districts with invented names of German form (umlauts, additions, double names, several words), alike each time,
/// and what people type to find them.
/// </summary>
internal sealed class SyntheticMap
{
    private const int Municipalities = 16_000;
    private const int Districts = 400;
    private const int QueriesOfEachKind = 200;
    private static readonly string[] Heads = ["Alten", "Bären", "Eber", "Frei", "Grün", "Hartmanns", "Königs", "Lauter", "Mühl", "Neu", "Ober", "Roß", "Schön", "Unter", "Weiß", "Wolfen", "Zwie", "Drei", "Kirch", "Rödern"];
    private static readonly string[] Middles = ["", "bach", "born", "brück", "dorn", "eich", "els", "fuchs", "hain", "linden", "münz", "roden", "see", "stein", "winkel"];
    private static readonly string[] Tails = ["au", "bach", "berg", "burg", "dorf", "feld", "hausen", "heim", "kirchen", "leben", "rode", "stadt", "thal", "walde", "wig", "itz"];
    private static readonly string[] Additions = ["", "", "", "", ", Stadt", ", Hochschulstadt", "/Erzgeb.", " b. Zwickau", " / Nowa Wjes", ", Kurort"];
    private static readonly string[] Words = ["", "", "", "Bad ", "Groß ", "Sankt "];
    private readonly Random _random = new(20_261_127);
    private readonly List<(RegionKey Key, string Name)> _places = [];

    public SyntheticMap()
    {
        for (var number = 0; number < Municipalities; number++)
        {
            var (district, own) = (number % Districts, (number / Districts) + 1);
            var key = string.Create(CultureInfo.InvariantCulture, $"{(district % 16) + 1:00}0{(district / 16) + 10:00}0{own:000}{own:000}");
            _places.Add((RegionKey.Parse(key), $"{Of(Words)}{Of(Heads)}{Of(Middles)}{Of(Tails)}{Of(Additions)}"));
        }
    }

    /// <summary>Writes the lists and gives the settings of a directory over them.</summary>
    public Dictionary<string, string?> Write(string folder)
    {
        var settings = SyntheticDelivery.Write(folder, 0);
        settings["A:PostalCodes"] = Path.Combine(folder, "postal-codes.csv");
        File.WriteAllText(settings["A:RegionList"]!, $"{{\"daten\":[{string.Join(",\n", Rows())}]}}", new UTF8Encoding(false));
        File.WriteAllLines(settings["A:PostalCodes"]!, ["PostalCode,RegionalKey", .. _places.Select((place, number) => $"{CodeOf(number)},{place.Key}")]);
        return settings;
    }

    public IReadOnlyList<MapQuery> Queries()
    {
        var queries = new List<MapQuery>();
        for (var number = 0; number < QueriesOfEachKind; number++)
        {
            var place = _random.Next(_places.Count);
            var (key, name) = _places[place];
            var shown = name.Split(", ")[0].Split(" / ")[0];
            var district = DistrictOf(key);
            queries.Add(new MapQuery("exact", $"{shown} {district}", key));
            queries.Add(new MapQuery("name", name, key));
            queries.Add(new MapQuery("spelled", $"{Spelled(shown)} {district}", key));
            queries.Add(new MapQuery("beginning", $"{shown[..^2]} {district}", key));
            queries.Add(new MapQuery("one_typo", $"{Mistyped(shown)} {district}", key));
            queries.Add(new MapQuery("postal_code", $"{CodeOf(place)} {Mistyped(shown)}", key));
        }

        return [.. queries.Where(query => query.Kind != "name" || _places.Count(place => place.Name == query.Text) == 1)];
    }

    private IEnumerable<string> Rows() =>
        _places.Select(place => $"[\"{place.Key}\",\"{place.Name}\",null]")
            .Concat(_places.Select(place => place.Key.District!.Value).Distinct().Select(district => $"[\"{district}\",\"{DistrictOf(district)}\",\"Landkreis\"]"));

    // Names of letters alone: five digits would be a postal code.
    private static string DistrictOf(RegionKey key) => $"Kreis {string.Concat(key.District!.Value.ToString().Select(digit => "aeioubdgkl"[digit - '0']))}";

    private static string CodeOf(int number) => (1000 + (number / 2)).ToString("00000", CultureInfo.InvariantCulture);

    private static string Spelled(string name) => name.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);

    // Swaps two letters in the middle of the longest word.
    private static string Mistyped(string name)
    {
        var word = name.Split(' ', '/').MaxBy(part => part.Length)!;
        var place = word.Length / 2;
        return name.Replace(word, $"{word[..place]}{word[place + 1]}{word[place]}{word[(place + 2)..]}", StringComparison.Ordinal);
    }

    private string Of(string[] parts) => parts[_random.Next(parts.Length)];
}
