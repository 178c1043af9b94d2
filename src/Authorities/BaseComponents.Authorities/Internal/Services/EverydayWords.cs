using System.Collections.Frozen;

namespace BaseComponents.Authorities.Internal.Services;

/// <summary>What people say, and what the administration calls it. A short list of common speech; what is special to a catalogue belongs into its synonyms.</summary>
internal static class EverydayWords
{
    private static readonly FrozenDictionary<string, string[]> Meanings = Read(
    [
        "auto wagen karre fahrzeug = kraftfahrzeug fahrzeug kfz auto",
        "kfz = kraftfahrzeug", "moped mofa = kraftrad motorrad", "nummernschild = kennzeichen", "lappen fleppe führerschein = fahrerlaubnis führerschein",
        "hochzeit heirat heiraten heiratet geheiratet trauung verheiratet = eheschließung heirat ehe", "scheiden geschieden = scheidung ehescheidung",
        "baby säugling welpe neugeborenes = geburt kind", "tochter sohn enkel kinder = kind", "geboren = geburt", "vater papa = vaterschaft", "mutter mama = mutterschaft",
        "tod tot gestorben verstorben verstorbene sterben = sterbefall todesfall", "beerdigung begräbnis = bestattung", "erbe geerbt erben = erbschein nachlass",
        "umgezogen umziehen umzug einziehen = wohnsitz ummeldung umzug", "wohnung haus = wohnsitz wohnung gebäude", "zweitwohnung zweitwohnsitz = nebenwohnung", "adresse = anschrift wohnsitz",
        "ausweis perso = personalausweis ausweis", "pass = reisepass", "stempel = beglaubigung", "kopie = abschrift",
        "geklaut gestohlen klauen = diebstahl verlust", "verloren weg = verlust verloren", "gefunden = fundsache", "zugelaufen entlaufen = fundtier", "katze hund = tier",
        "strafzettel knöllchen = verwarnungsgeld bußgeld", "geblitzt blitzer = geschwindigkeitsüberschreitung bußgeld", "widerspruch = einspruch",
        "laden geschäft firma selbständig selbstständig gründen = gewerbe betrieb", "kneipe restaurant café wirtschaft bar = gaststätte gaststättengewerbe", "bude stand = standplatz", "flohmarkt = markt trödelmarkt",
        "bauen = bauvorhaben baugenehmigung", "abreißen abriss = abbruch", "umbauen umbau = nutzungsänderung", "erlaubnis genehmigung = genehmigung erlaubnis", "absägen = baumfällung",
        "müll abfall = abfall müll", "tonne mülltonne = abfallbehälter", "wegwerfen wegschmeißen = entsorgen abfall", "laut krach lärm = ruhestörung lärm", "esse schornstein = kamin schornsteinfeger",
        "demo = versammlung demonstration", "fest feier = veranstaltung", "böller knaller = feuerwerk", "pistole gewehr = waffe", "angeln angler = fischerei",
        "miete = wohngeld unterkunft", "heizen = heizkosten", "schulden pleite = schuldnerberatung überschuldung", "arm bedürftig = sozialhilfe", "arbeitslos job = arbeitslosigkeit arbeit",
        "zuschuss geld = förderung zuschuss", "blind blinde = blindheit", "behindert behinderte behinderung = schwerbehinderte behinderung", "oma opa = alter", "altersheim heim = pflegeheim pflege",
        "kita kindergarten krippe = kindertageseinrichtung", "einschulen = einschulung schulanmeldung", "lehrer unterricht = schule", "tagesmutter = kindertagespflege", "wählen = wahl wahlschein",
        "ausländer = aufenthalt", "flüchtling = asyl", "deutscher = staatsangehörigkeit einbürgerung", "bescheinigung bestätigung zettel = bescheinigung nachweis", "herausfinden = auskunft", "ansehen einsehen = einsicht",
        "kaputt beschädigt = defekt schaden", "laterne = straßenlaterne straßenbeleuchtung", "sperren = sperrung sperre", "impfen = impfung", "krank = krankheit", "film = dreharbeiten", "essen = lebensmittel", "urlaub = reise",
        "rente rentner = altersrente", "amt behörde = verwaltung", "bezahlen = zahlung", "verlängern = verlängerung", "neu = ausstellung ersatz", "zurück = rückgabe", "plakat plakate = plakatierung",
    ]);

    /// <summary>The words of the administration that may be meant by a folded word.</summary>
    public static string[] Meaning(string word) => Meanings.GetValueOrDefault(word, []);

    // "said also said = meant also meant"
    private static FrozenDictionary<string, string[]> Read(string[] lines)
    {
        var meanings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var sides = line.Split(" = ");
            var meant = SearchWords.Of(sides[1], int.MaxValue);
            foreach (var said in SearchWords.Of(sides[0], int.MaxValue))
                meanings[said] = [.. meanings.GetValueOrDefault(said, []).Concat(meant).Distinct().Where(word => word != said)];
        }

        return meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
