namespace BaseComponents.Tests.Authorities.Support;

/// <summary>Real Saxon areas of each kind: urban district, free municipality, administrative community, administrative association.</summary>
internal static class SmallMap
{
    public const string Dresden = "146120000000";
    public const string Freiberg = "145220180180";
    public const string Mittelsachsen = "14522";
    public const string Baerenstein = "145215101060";
    public const string Koenigswalde = "145215101340";
    public const string Community = "145215101";
    public const string Bergen = "145235402050";
    public const string Theuma = "145235402410";
    public const string Association = "145235402";
    public const string Bautzen = "146250020020";

    public const string Regions = """
        {
          "metadaten": { "kennung": "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs_2021-07-31", "bezugsorte": [] },
          "spalten": [
            { "spaltennameLang": "SCHLUESSEL", "spaltennameTechnisch": "SCHLUESSEL", "codeSpalte": true, "verwendung": { "code": "REQUIRED" } },
            { "spaltennameLang": "Bezeichnung", "spaltennameTechnisch": "Bezeichnung", "codeSpalte": false, "verwendung": { "code": "REQUIRED" } },
            { "spaltennameLang": "Hinweis", "spaltennameTechnisch": "Hinweis", "codeSpalte": false, "verwendung": { "code": "OPTIONAL" } }
          ],
          "daten": [
            ["14", "Sachsen, Freistaat", "Land"],
            ["14521", "Erzgebirgskreis", "Landkreis"],
            ["14522", "Mittelsachsen", "Landkreis"],
            ["14625", "Bautzen", "Landkreis"],
            ["146120000000", "Dresden, Stadt", null],
            ["145220180180", "Freiberg, Stadt, Universitätsstadt", null],
            ["145220080080", "Döbeln, Stadt", null],
            ["145210410410", "Neukirchen/Erzgeb.", null],
            ["145240210210", "Neukirchen/Pleiße", null],
            ["145215101060", "Bärenstein", null],
            ["145215101340", "Königswalde", null],
            ["145235402050", "Bergen", null],
            ["145235402410", "Theuma", null],
            ["146250020020", "Bautzen / Budyšin, Stadt", null],
            ["146265242600", "Weißwasser/O.L., Stadt / Běła Woda", null],
            ["145220260260", "Hartmannsdorf", null],
            ["145245111100", "Hartmannsdorf b. Kirchberg", null],
            ["110010001001", "Mitte", "Stadt-/Ortsteil bzw. Stadtbezirk"]
          ]
        }
        """;

    public const string PostalCodes = """
        Name,PostalCode,Locality,RegionalKey,Borough,Suburb
        ,01067,Dresden,14612000,,
        ,01069,Dresden,14612000,,
        ,09599,Freiberg,14522180,,
        ,09471,Bärenstein,14521060,,
        ,09471,Königswalde,14521340,,
        ,08239,Bergen,14523050,,
        ,08541,Theuma,145235402410,,
        ,02625,Bautzen,14625020,,
        """;
}
