using System.Globalization;
using System.Text;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>A delivery of a wanted size: units with addresses and twenty competences each, as editors write them.</summary>
internal static class SyntheticDelivery
{
    public static Dictionary<string, string?> Write(string folder, int megabytes)
    {
        var regions = Path.Combine(folder, "regions.json");
        var delivery = Path.Combine(folder, "delivery.xml");
        File.WriteAllText(regions, """{ "daten": [["145220180180", "Freiberg, Stadt", null]] }""");
        using (var writer = new StreamWriter(delivery, append: false, new UTF8Encoding(false)))
            WriteUnits(writer, megabytes * 1_000_000L);
        return new() { ["A:Environment"] = "Test", ["A:RegionList"] = regions, ["A:Deliveries:0"] = delivery };
    }

    private static void WriteUnits(StreamWriter writer, long bytes)
    {
        writer.Write("""<x:t xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">""");
        for (var number = 0; writer.BaseStream.Position < bytes; number++)
        {
            writer.Write(Unit(number));
            writer.Flush();
        }

        writer.Write("</x:t>");
    }

    private static string Unit(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <x:schreibe><x:organisationseinheit>
          <x:id schemeAgencyID="S" schemeID="Organisationseinheit">{number}</x:id>
          <x:name><x:name languageCode="de">Amt {number}</x:name></x:name>
          <x:anschrift><x:strasse>Hauptstraße</x:strasse><x:hausnummer>{number}</x:hausnummer><x:postleitzahl>09599</x:postleitzahl><x:ort>Freiberg</x:ort></x:anschrift>
          {string.Concat(Enumerable.Range(0, 20).Select(service => Competence(number, service)))}
        </x:organisationseinheit></x:schreibe>
        """);

    private static string Competence(int unit, int service) => string.Create(CultureInfo.InvariantCulture, $"""
        <x:zustaendigkeit>
          <x:id schemeAgencyID="S" schemeID="ZustaendigkeitOrganisationseinheit">{unit}.{service}</x:id>
          <x:leistungID schemeAgencyID="S" schemeID="Leistung">99102{service:000}104000</x:leistungID>
          <x:gebietID>14522{unit % 10_000:0000}{unit % 1000:000}</x:gebietID>
          <x:rolle><code>01</code></x:rolle>
        </x:zustaendigkeit>
        """);
}
