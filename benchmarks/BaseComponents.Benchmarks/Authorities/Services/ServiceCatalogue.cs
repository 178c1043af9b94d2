using System.Globalization;

namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>A service of the evaluation. The number stands for a key, which is test data.</summary>
internal sealed record CatalogueService(int Number, string Title, string[] Synonyms)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"99{200 + (Number / 1000):000}{Number % 1000:000}001000");
}

/// <summary>What a citizen asks, and the service that is meant. Weights were chosen by looking at the half <c>tuned</c> only.</summary>
internal sealed record CatalogueQuery(bool IsTuned, string Text, int Number);

/// <summary>
/// The services of towns and states in <c>services.csv</c>, the questions of <c>queries.csv</c>, and, so that there is something to be mistaken for, services of
/// remote trades that share their words, up to 13,000.
/// </summary>
internal static class ServiceCatalogue
{
    private const int Size = 13_000;
    private const int Seed = 20261127;

    private static readonly string[] Heads =
    [
        "Seilbahn", "Weinbau", "Binnenschiff", "Druckbehälter", "Strahlenschutz", "Bergbau", "Futtermittel", "Saatgut", "Arzneimittel", "Gefahrgut", "Eichamt", "Milchvieh", "Forstbetrieb", "Deich", "Hafen",
        "Flugplatz", "Gasleitung", "Stromnetz", "Windkraft", "Biogas", "Chemikalien", "Pflanzenschutz", "Düngemittel", "Klärschlamm", "Steinbruch", "Kies", "Tabak", "Brauerei", "Aquakultur", "Zirkus",
        "Apotheken", "Labor", "Medizinprodukte", "Röntgen", "Rettungsdienst", "Notariats", "Auktions", "Pfandleih", "Börsen", "Stiftungs", "Sparkassen", "Rundfunk", "Presse", "Archiv", "Museums",
        "Hochschul", "Fachschul", "Prüfungs", "Dolmetscher", "Sachverständigen", "Architekten", "Ingenieur", "Vermessungs", "Schornsteinfeger", "Aufzugs", "Dampfkessel", "Kran", "Tankstellen", "Lager", "Kühlhaus",
    ];

    private static readonly string[] Tails =
    [
        "anlagen", "betriebe", "personal", "zulassung", "überwachung", "register", "gebühren", "verordnung", "beauftragte", "transporte", "geräte", "verzeichnis", "flächen", "stellen", "nachweise",
        "bescheinigung", "erlaubnis", "prüfung", "anzeige", "genehmigung", "förderung", "beihilfe", "abgabe", "ausbildung", "fortbildung", "kennzeichnung", "untersuchung", "sicherheit", "karte", "bericht",
    ];

    private static readonly string[] Activities =
        ["beantragen", "anzeigen", "anmelden", "verlängern", "ändern", "melden", "abmelden", "ausstellen", "anerkennen lassen", "eintragen lassen", "prüfen lassen", "übertragen", "widerrufen", "bestellen", "abgeben", "nachweisen"];

    private static readonly string[] Forms =
        ["{0} {1}", "{0}: Erteilung einer Genehmigung", "{0}: Erlaubnis {1}", "Bescheinigung über {0} {1}", "Zulassung von {0} {1}", "Ausnahme für {0} {1}", "{0}: Zuschuss {1}", "Prüfung von {0} {1}", "Auskunft über {0} {1}", "Änderung bei {0} {1}"];

    public static IReadOnlyList<CatalogueService> Real(string folder) =>
    [
        .. Rows(folder, "services.csv").Select(cells => new CatalogueService(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries))),
    ];

    public static IReadOnlyList<CatalogueQuery> Queries(string folder) =>
        [.. Rows(folder, "queries.csv").Select(cells => new CatalogueQuery(cells[0] == "tuned", cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture)))];

    /// <summary>The services of the file and those made up.</summary>
    public static IReadOnlyList<CatalogueService> Whole(string folder)
    {
        var real = Real(folder);
        var random = new Random(Seed);
        string[] nouns = [.. real.SelectMany(service => service.Title.Split(' ', ':', ',')).Where(word => word.Length > 4 && char.IsUpper(word[0])).Distinct()];
        var made = new Dictionary<string, CatalogueService>();
        while (real.Count + made.Count < Size)
        {
            var service = Made(random, nouns, real.Count + made.Count + 1);
            made.TryAdd(service.Title, service);
        }

        return [.. real, .. made.Values];
    }

    private static CatalogueService Made(Random random, string[] nouns, int number)
    {
        var thing = One(random, Heads) + One(random, Tails);
        var title = string.Format(CultureInfo.InvariantCulture, One(random, Forms), thing, One(random, Activities));
        if (random.Next(10) < 2)
            title = $"{title} ({One(random, nouns)})";
        var synonyms = new List<string>();
        for (var count = random.Next(4); count > 0; count--)
            synonyms.Add(random.Next(10) < 2 ? One(random, nouns) : One(random, Heads) + One(random, Tails));
        return new CatalogueService(number, title, [.. synonyms]);
    }

    private static string One(Random random, string[] words) => words[random.Next(words.Length)];

    private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(';'));
}
