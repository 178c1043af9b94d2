using System.Globalization;
using System.Text;

namespace BaseComponents.Tests.Authorities.Support;

/// <summary>Versions of XZuFi, as deliveries differ by them.</summary>
internal enum DeliveryVersion
{
    V21,
    V22,
    V231,
}

/// <summary>
/// Writes deliveries of any size that hold all that editors write: services with texts in two languages and fees, units with addresses,
/// channels, accounts and competences, services on the web, detached competences, deletions. The same seed gives the same delivery.
/// </summary>
internal sealed class DeliveryGenerator(DeliveryVersion version, int seed)
{
    private const int ObjectsInTurn = 20;
    private const string Long = "&lt;p&gt;Wer einen Hund h&#228;lt, meldet ihn &lt;strong&gt;binnen zwei Wochen&lt;/strong&gt; an; näheres sagt die &lt;a href=\"https://amt.example/satzung\"&gt;Satzung&lt;/a&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Personalausweis&lt;/li&gt;&lt;li&gt;Nachweis über die Rasse&lt;/li&gt;&lt;/ul&gt;";
    private readonly Random _random = new(seed);
    private readonly string _code = version == DeliveryVersion.V21 ? "x:code" : "code";

    /// <summary>A delivery of at least that many bytes.</summary>
    public void Write(Stream stream, long bytes)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var (written, number) = (0L, 0);
        var head = Head();
        for (var text = head; ; text = Object(number++))
        {
            writer.Write(text);
            written += Encoding.UTF8.GetByteCount(text);
            if (written >= bytes && number > 0)
                break;
        }

        writer.Write(version == DeliveryVersion.V21 ? "</x:antwort></x:leistungsverzeichnis.antwort.leistungsbericht.030108>" : "</x:transfer>");
    }

    public byte[] Write(long bytes)
    {
        using var stream = new MemoryStream();
        Write(stream, bytes);
        return stream.ToArray();
    }

    private string Head()
    {
        const string head = "<x:nachrichtenkopf><x:nachrichtUUID>1b4e28ba-2fa1-11d2-883f-0016d3cca427</x:nachrichtUUID><x:erstelltDatumZeit>2026-11-26T04:00:00+01:00</x:erstelltDatumZeit></x:nachrichtenkopf>";
        return version switch
        {
            DeliveryVersion.V21 => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:leistungsverzeichnis.antwort.leistungsbericht.030108 xmlns:x=\"http://xoev.de/schemata/xzufi/2_1_0\">{head}<x:antwort><x:antwortnummer>1</x:antwortnummer>",
            DeliveryVersion.V22 => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:transfer xmlns:x=\"http://xoev.de/schemata/xzufi/2_2_0\" xzufiVersion=\"2.2.0\">{head}<x:transaktionID>1</x:transaktionID><x:transaktionPosition>1</x:transaktionPosition>",
            _ => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:transfer xmlns:x=\"http://xoev.de/schemata/xzufi/2_3_1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xzufiVersion=\"2.3.1\">{head}",
        };
    }

    // Nine of ten objects are about competences, as in real deliveries.
    private string Object(int number) => (number % ObjectsInTurn) switch
    {
        0 => Written("leistung", "ergebnisLeistung", Service(number)),
        1 when version != DeliveryVersion.V21 => Written("onlinedienst", "", OnlineService(number)),
        2 or 3 => Written("organisationseinheit", "ergebnisOrganisationseinheit", Unit(number)),
        4 when version != DeliveryVersion.V21 => $"<x:loesche klasse=\"Zustaendigkeit\">{Id("id", "ZustaendigkeitOrganisationseinheit", $"weg.{number}")}</x:loesche>\n",
        _ => version == DeliveryVersion.V21 ? Written("", "ergebnisOrganisationseinheit", Unit(number)) : Detached(number),
    };

    private string Written(string element, string result, string content) =>
        version == DeliveryVersion.V21 ? $"<x:{result}>{content}</x:{result}>\n" : $"<x:schreibe><x:{element}>{content}</x:{element}></x:schreibe>\n";

    private string Service(int number)
    {
        var key = version == DeliveryVersion.V231 ? $"<x:referenzLeistungsschluessel>{Key(number)}</x:referenzLeistungsschluessel>" : $"<x:referenzLeiKa><{_code}>{Key(number)}</{_code}></x:referenzLeiKa>";
        return $"""
            {Id("id", "Leistung", $"L{Key(number)}")}{key}
              <x:modulText><x:positionDarstellung>1</x:positionDarstellung><x:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika"><{_code}>03</{_code}></x:leikaTextmodul><x:inhalt languageCode="de">Hund anmelden {number}</x:inhalt><x:inhalt languageCode="en">Register a dog {number}</x:inhalt></x:modulText>
              <x:modulText><x:leikaTextmodul><{_code}>06</{_code}></x:leikaTextmodul><x:inhalt languageCode="de">{Long}</x:inhalt></x:modulText>
              <x:modulBegriffImKontext><x:begriffImKontext><x:begriff languageCode="de">Hundesteuer</x:begriff><x:typ><{_code}>001</{_code}></x:typ></x:begriffImKontext></x:modulBegriffImKontext>
              <x:modulKosten><x:kosten><x:kostenFix><x:betrag>{_random.Next(5, 200)}.00</x:betrag></x:kostenFix><x:vorkasse>true</x:vorkasse></x:kosten></x:modulKosten>
              <x:typisierung><{_code}>4a</{_code}></x:typisierung><x:vertrauensniveau><{_code}>20</{_code}></x:vertrauensniveau><x:kennzeichenEA>false</x:kennzeichenEA>
            """;
    }

    private string Unit(int number) => $"""
        {Id("id", "Organisationseinheit", $"OE.{number}")}<x:name><x:name languageCode="de">Stadtverwaltung {number}, Ordnungsamt</x:name></x:name>
          <x:anschrift><x:typ><{_code}>001</{_code}></x:typ><x:strasse>Hauptstraße</x:strasse><x:hausnummer>{number % 200}</x:hausnummer><x:postleitzahl>09599</x:postleitzahl><x:ort>Freiberg</x:ort><x:verwaltungspolitischeKodierung><x:regionalschluessel><{_code}>145220180180</{_code}></x:regionalschluessel></x:verwaltungspolitischeKodierung></x:anschrift>
          <x:kommunikation><x:kanal><{_code}>01</{_code}></x:kanal><x:kennung>amt{number}@freiberg.amt.example</x:kennung></x:kommunikation>
          <x:kommunikation><x:kanal><{_code}>02</{_code}></x:kanal><x:kennung>03731 273-{number % 1000}</x:kennung></x:kommunikation>
          <x:kommunikationssystem><x:kanal>Servicekonto</x:kanal><x:kennung>BK-{number}</x:kennung></x:kommunikationssystem>
          <x:bankverbindung><x:iban>DE89 3704 0044 0532 0130 00</x:iban><x:bic>COBADEFFXXX</x:bic></x:bankverbindung>
          <x:oeffnungszeiten languageCode="de">Di 9–12 und 13–18 Uhr</x:oeffnungszeiten>
          {string.Concat(Enumerable.Range(0, 10).Select(service => Competence($"{number}.{service}")))}
        """;

    private string OnlineService(int number) => $"""
        {Id("id", "Onlinedienst", $"OD.{number}")}<x:bezeichnung languageCode="de">Hund anmelden</x:bezeichnung>
          <x:link languageCode="de"><x:typ listURI="urn:xoev-de:fim:codeliste:onlinedienstlinktyp"><{_code}>01</{_code}></x:typ><x:link>https://dienst.example/{number}</x:link><x:titel>Starten</x:titel></x:link><x:vertrauensniveau><{_code}>20</{_code}></x:vertrauensniveau>
        """;

    private string Detached(int number) =>
        $"<x:schreibe><x:zustaendigkeitTransferObjekt>{Id("uebergeordnetesObjektID", "Organisationseinheit", $"OE.{(number / ObjectsInTurn * ObjectsInTurn) + 2}")}{Competence(number.ToString(CultureInfo.InvariantCulture))}</x:zustaendigkeitTransferObjekt></x:schreibe>\n";

    private string Competence(string id) => $"""
        <x:zustaendigkeit>
            {Id("id", "ZustaendigkeitOrganisationseinheit", $"Z.{id}")}
            {Id("leistungID", "Leistung", $"L{Key(_random.Next(1000) * ObjectsInTurn)}")}
            <x:gebietID schemeID="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs">{_random.Next(1, 17):00}{_random.Next(1000):000}</x:gebietID>
            <x:rolle listURI="urn:xoev-de:fim:codeliste:xzufi.zustaendigkeitsrolle"><{_code}>0{_random.Next(1, 4)}</{_code}></x:rolle><x:gueltigkeit><x:beginn>2020-01-01</x:beginn></x:gueltigkeit>
          </x:zustaendigkeit>
        """;

    private static string Id(string element, string scheme, string value) => $"<x:{element} schemeAgencyID=\"L100042\" schemeID=\"{scheme}\">{value}</x:{element}>";

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"99{number / ObjectsInTurn % 1000:000}013104000");
}
