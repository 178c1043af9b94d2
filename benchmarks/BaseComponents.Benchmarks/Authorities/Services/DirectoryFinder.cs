using System.Security;
using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>The directory, asked as an application asks it, over a delivery of the catalogue.</summary>
internal sealed class DirectoryFinder(IAuthorityDirectory directory, IReadOnlyList<CatalogueService> services) : IServiceFinder
{
    private readonly Dictionary<LeikaKey, int> _numbers = services.ToDictionary(service => LeikaKey.Parse(service.Key), service => service.Number);

    public string Name => "own";

    public async Task<IReadOnlyList<int>> FindAsync(string text) =>
        [.. (await directory.FindServicesAsync(text)).Take(10).Select(service => _numbers[service.Key])];

    /// <summary>Writes the delivery, and the settings of a directory over it.</summary>
    public static Dictionary<string, string?> Write(string folder, IEnumerable<CatalogueService> services)
    {
        var regions = Path.Combine(folder, "service-regions.json");
        var delivery = Path.Combine(folder, "services.xml");
        File.WriteAllText(regions, """{ "daten": [["145220180180", "Freiberg, Stadt", null]] }""");
        using (var writer = new StreamWriter(delivery, append: false, new UTF8Encoding(false)))
        {
            writer.Write("""<x:t xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">""");
            foreach (var service in services)
                writer.Write(Service(service));
            writer.Write("</x:t>");
        }

        return new() { ["A:Environment"] = "Test", ["A:RegionList"] = regions, ["A:Deliveries:0"] = delivery };
    }

    private static string Service(CatalogueService service) => $"""
        <x:schreibe><x:leistung>
          <x:id schemeAgencyID="S" schemeID="Leistung">L{service.Key}</x:id>
          <x:referenzLeiKa><code>{service.Key}</code></x:referenzLeiKa>
          <x:modulText><x:leikaTextmodul><code>03</code></x:leikaTextmodul><x:inhalt languageCode="de">{SecurityElement.Escape(service.Title)}</x:inhalt></x:modulText>
          <x:modulBegriffImKontext>{string.Concat(service.Synonyms.Select(Synonym))}</x:modulBegriffImKontext>
        </x:leistung></x:schreibe>
        """;

    private static string Synonym(string text) =>
        $"""<x:begriffImKontext><x:begriff languageCode="de">{SecurityElement.Escape(text)}</x:begriff></x:begriffImKontext>""";
}
