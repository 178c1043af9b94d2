namespace BaseComponents.Tests.Authorities.Support;

/// <summary>Small region lists in the forms that are not JSON.</summary>
internal static class RegionLists
{
    public const string Genericode = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
          <Identification><ShortName>Regionalschlüssel</ShortName><Version>2021-07-31</Version></Identification>
          <ColumnSet>
            <Column Id="SCHLUESSEL" Use="required"><ShortName>SCHLUESSEL</ShortName><Data Type="string"/></Column>
            <Column Id="Bezeichnung" Use="required"><ShortName>Bezeichnung</ShortName><Data Type="string"/></Column>
            <Column Id="Hinweis" Use="optional"><ShortName>Hinweis</ShortName><Data Type="string"/></Column>
            <Key Id="k"><ShortName>k</ShortName><ColumnRef Ref="SCHLUESSEL"/></Key>
          </ColumnSet>
          <SimpleCodeList>
            <Row><Value ColumnRef="SCHLUESSEL"><SimpleValue>14522</SimpleValue></Value><Value ColumnRef="Bezeichnung"><SimpleValue>Mittelsachsen</SimpleValue></Value></Row>
            <Row><Value ColumnRef="Bezeichnung"><SimpleValue>Freiberg, Stadt</SimpleValue></Value><Value ColumnRef="SCHLUESSEL"><SimpleValue>145220180180</SimpleValue></Value></Row>
            <Row><Value ColumnRef="SCHLUESSEL"><SimpleValue>145220080080</SimpleValue></Value><Value ColumnRef="Bezeichnung"><SimpleValue>D&#246;beln, Stadt</SimpleValue></Value></Row>
            <Row><Value ColumnRef="SCHLUESSEL"><SimpleValue>110010001001</SimpleValue></Value><Value ColumnRef="Bezeichnung"><SimpleValue>Mitte</SimpleValue></Value><Value ColumnRef="Hinweis"><SimpleValue>Stadt-/Ortsteil bzw. Stadtbezirk</SimpleValue></Value></Row>
            <Row><Value ColumnRef="SCHLUESSEL"><SimpleValue/></Value><Value ColumnRef="Bezeichnung"><SimpleValue>Nirgendwo</SimpleValue></Value></Row>
          </SimpleCodeList>
        </gc:CodeList>
        """;

    public static readonly string MunicipalDirectory = string.Join(
        "\r\n",
        Record("10", "14", "", "Sachsen", "Dresden", "  "),
        Record("30", "1452", "", "Region Chemnitz", "Chemnitz", "  "),
        Record("40", "14521", "", "Erzgebirgskreis", "Annaberg-Buchholz", "43"),
        Record("50", "14521", "5101", "Bärenstein", "Bärenstein", "54"),
        Record("60", "14521060", "5101", "Bärenstein", "", "64"),
        Record("60", "14521340", "5101", "Königswalde", "", "64") + "000000012300000002000000001000    09471*****",
        Record("50", "14612", "0000", "Dresden, Stadt", "", "50"),
        Record("40", "14612", "", "Dresden, Stadt", "Dresden", "41"),
        Record("60", "14612000", "0000", "Dresden, Stadt", "", "61"),
        Record("70", "14612000", "0000", "Unbekannt", "", "61"),
        "\u001A");

    private static string Record(string kind, string key, string association, string name, string seat, string type) =>
        $"{kind}20211231{key,-8}{association,-4}{name,-50}{seat,-50}{type}    ";
}
