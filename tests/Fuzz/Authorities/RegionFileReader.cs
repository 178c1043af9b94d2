extern alias authorities;

using System.Text;
using System.Text.Json;
using System.Xml;
using authorities::BaseComponents.Authorities.Internal;
using authorities::BaseComponents.Authorities.Internal.Regions;
using authorities::BaseComponents.Authorities.Keys;
using authorities::BaseComponents.Authorities.Wire;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>One file of areas, postal codes or changes beside good ones: it is refused as promised, or what it says can be looked up and searched.</summary>
internal abstract class RegionFileReader(string name) : Reader(name)
{
    private const long LongestFile = 10_000_000;
    private static readonly DateOnly Today = new(2026, 11, 24);

    public override void Read(byte[] input)
    {
        var builder = new RegionCatalogueBuilder((_, _, _) => { });
        builder.Add(new RegionRow(RegionKey.Parse("145220180180"), "Freiberg, Stadt, Universitätsstadt", null) { AsOf = new DateOnly(2021, 7, 31) });
        builder.Add(new RegionRow(RegionKey.Parse("145220080080"), "Döbeln, Stadt", null) { AsOf = new DateOnly(2021, 7, 31) });
        try
        {
            ReadAsync(new MemoryStream(input), builder).GetAwaiter().GetResult();
            Check(builder.Build(Today));
        }
        catch (Exception refusal) when (refusal is XmlException or JsonException or InvalidDataException or DecoderFallbackException)
        {
            // As promised.
        }
    }

    protected abstract Task ReadAsync(Stream file, RegionCatalogueBuilder builder);

    protected static Task ReadListAsync(Stream file, RegionCatalogueBuilder builder) => new RegionListReader(builder, LongestFile).ReadAsync(file, CancellationToken.None);

    protected static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static void Check(RegionCatalogue regions)
    {
        var search = new PlaceSearch(regions);
        foreach (var row in regions.Municipalities.Take(20))
        {
            if (!regions.IsMunicipality(row.Key) || regions.Describe(row.Key).Key.Shortest != row.Key.Shortest)
                throw new WrongReadingException("A municipality of the list is not known.");
            if (search.Find(row.ShortName, Today).Count > 50)
                throw new WrongReadingException("More places than wanted.");
        }

        foreach (var area in regions.Changes.SelectMany(row => row.New.Append(row.Old)).Take(200))
        {
            if (AreaLocator.Locate(regions, area, Today).Areas.Any(found => !regions.IsKnown(found)))
                throw new WrongReadingException("A former key leads to an area that nobody knows.");
        }
    }
}

/// <summary>The list of regional keys as JSON.</summary>
internal sealed class RegionJsonReader() : RegionFileReader("region-json")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("list.json", Text("""
            {"metadaten":{"kennung":"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs_2024-10-31","version":"2024-10-31"},
             "spalten":[{"spaltennameTechnisch":"SCHLUESSEL"},{"spaltennameTechnisch":"Bezeichnung"},{"spaltennameTechnisch":"Hinweis"}],
             "daten":[["14","Sachsen, Freistaat","Land"],["146250020020","Bautzen / Budyšin, Stadt",null],["145220180180","Freiberg",null],["110010001001","Mitte","Stadtbezirk"],["x",""],[]]}
            """));
        yield return ("without-columns.json", Text("\uFEFF{\"daten\":[[\"145210410410\",\"Neukirchen/Erzgeb.\"]]}"));
    }

    protected override Task ReadAsync(Stream file, RegionCatalogueBuilder builder) => ReadListAsync(file, builder);
}

/// <summary>The list of regional keys as Genericode.</summary>
internal sealed class RegionGenericodeReader() : RegionFileReader("region-genericode")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("list.xml", Text("""
            <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><Version>2024-10-31</Version></Identification>
            <ColumnSet><Column Id="k"><ShortName>SCHLUESSEL</ShortName></Column><Column Id="n"><ShortName>Bezeichnung</ShortName></Column><Column Id="h"/></ColumnSet>
            <SimpleCodeList><Row><Value ColumnRef="n"><SimpleValue>Bautzen / Budyšin, Stadt</SimpleValue></Value><Value ColumnRef="k"><SimpleValue>146250020020</SimpleValue></Value></Row>
            <Row><Value><SimpleValue>14</SimpleValue></Value><Value><SimpleValue><![CDATA[Sachsen]]></SimpleValue></Value></Row><Row/></SimpleCodeList></gc:CodeList>
            """));
        yield return ("wide.xml", Encoding.Unicode.GetBytes("\uFEFF<CodeList><SimpleCodeList><Row><Value><SimpleValue>14522</SimpleValue></Value><Value><SimpleValue>Mittelsachsen</SimpleValue></Value></Row></SimpleCodeList></CodeList>"));
    }

    protected override Task ReadAsync(Stream file, RegionCatalogueBuilder builder) => ReadListAsync(file, builder);
}

/// <summary>The directory of municipalities with fields of fixed width.</summary>
internal sealed class MunicipalDirectoryFileReader() : RegionFileReader("municipal-directory")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var records = string.Join('\n', Record("10", "14", "", "Sachsen"), Record("40", "14521", "", "Erzgebirgskreis"), Record("50", "14521", "5101", "Bärenstein"), Record("60", "14521340", "5101", "Königswalde"));
        yield return ("utf8.txt", Text(records));
        yield return ("code-page.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(records.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\u001A"));
    }

    protected override Task ReadAsync(Stream file, RegionCatalogueBuilder builder) => ReadListAsync(file, builder);

    private static string Record(string kind, string key, string association, string name) => $"{kind}20261031{key,-8}{association,-4}{name,-50}{"",-50}64    ";
}

/// <summary>Postal codes as CSV.</summary>
internal sealed class PostalCodeFileReader() : RegionFileReader("postal-codes")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("openplz.csv", Text("Name,PostalCode,Locality,RegionalKey,Borough,Suburb\n\"Straße, \"\"x\"\"\",09599,Freiberg,14522180,,\n,04720,Döbeln,145220080080,,\n,9,x,y,,\n"));
        yield return ("tabs.csv", Text("\uFEFFRegionalKey\tPostalCode\r\n14522180\t09599\r\n14999999\t09471\r\n"));
    }

    protected override Task ReadAsync(Stream file, RegionCatalogueBuilder builder) => new PostalCodeReader(builder).ReadAsync(file, CancellationToken.None);
}

/// <summary>Changes of territory as CSV.</summary>
internal sealed class TerritoryFileReader() : RegionFileReader("territory-changes")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("changes.csv", Text("""
            OldKey,NewKeys,From,Kind,OldName,NewName
            14521030,145210035035,2019-01-01,merge,"Aue, Stadt",Aue-Bad Schlema
            14521050,145210035035,2019-01-01,merge,Bad Schlema,
            064350014014,064150000000,2026-01-01,rekey,"Hanau, Brüder-Grimm-Stadt",
            14522901,145220180180 145220080080,2020-01-01,split,,
            145220080080,145220180180,2030-01-01,merge,,
            """));
        yield return ("cycle.csv", Text("OldKey;NewKeys;From;Kind\n14522901;14522902;2020-01-01;rename\n14522902;14522901 14522180;2020-01-01;split\n14522180;14522901;2022-01-01;rekey\n14522901;14522180;2023-01-01;rekey\n"));
    }

    protected override Task ReadAsync(Stream file, RegionCatalogueBuilder builder) => new TerritoryChangeReader(builder).ReadAsync(file, CancellationToken.None);
}
