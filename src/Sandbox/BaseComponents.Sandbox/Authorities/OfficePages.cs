using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>What a developer looks up: places, services and offices, and the cases that differ from the usual.</summary>
internal static class OfficePages
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/authorities/municipalities", () => Page.Show("Gemeinden", Municipalities()));
        endpoints.MapGet("/authorities/services", () => Page.Show("Leistungen", Services()));
        endpoints.MapGet("/authorities/offices", () => Page.Show("Ämter", Offices()));
    }

    private static Html Municipalities() => Html.Of($"""
        <p>Gebiete mit ihren amtlichen Regionalschlüsseln nach dem Gemeindeverzeichnis (Stand 31.07.2021, Auszug). Die Zeilen für Land, Kreise und
        Verbände hat die Sandbox ergänzt. Postleitzahlen: GeoNames, CC BY 4.0.</p>
        <div class="card scroll" role="region" aria-label="Tabelle: Gemeinden" tabindex="0"><table>
          <thead><tr><th scope="col">Schlüssel</th><th scope="col">Name</th><th scope="col">Postleitzahlen</th></tr></thead>
          <tbody>{SandboxPlaces.All.Select(place => Html.Of($"<tr><td>{place.Key}</td><td>{place.Name}</td><td>{string.Join(", ", place.PostalCodes)}</td></tr>"))}</tbody>
        </table></div>
        """);

    private static Html Services() => Html.Of($"""
        <p>Leistungen mit ihren echten Schlüsseln aus dem Leistungskatalog (LeiKa).</p>
        <div class="card scroll" role="region" aria-label="Tabelle: Leistungen" tabindex="0"><table>
          <thead><tr><th scope="col">Schlüssel</th><th scope="col">Leistung</th><th scope="col">Auch gesucht als</th></tr></thead>
          <tbody>{SandboxOffices.Catalogue.Services.Select(service => Html.Of($"<tr><td>{service.Key}</td><td>{service.Name}</td><td>{string.Join(", ", service.Synonyms)}</td></tr>"))}</tbody>
        </table></div>
        """);

    private static Html Offices() => Html.Of($"""
        <p class="card warning">Alle Ämter, Anschriften und Postfächer sind erfunden. Die Domain <code>amt.example</code> gehört niemandem und kann nie jemandem gehören.</p>
        {SpecialCases()}
        <div class="card scroll" role="region" aria-label="Tabelle: Ämter" tabindex="0"><table>
          <thead><tr><th scope="col">Amt und Postfach</th><th scope="col">Gebiete</th><th scope="col">Leistungen</th></tr></thead>
          <tbody>{SandboxOffices.All.Select(Line)}</tbody>
        </table></div>
        """);

    private static Html SpecialCases() => Html.Of($"""
        <section class="card">
          <h2>Besondere Fälle</h2>
          <ul>
            <li>Postleitzahl 01665 oder 09648: mehrere Gemeinden mit verschiedenen Ämtern, der Ort muss gewählt werden.</li>
            <li>Postleitzahl 09471 oder 01796: mehrere Gemeinden, aber dasselbe Amt für die Hundesteuer.</li>
            <li>Königswalde: Bärenstein handelt als erfüllende Gemeinde. Gornau: zuständig für die ganze Verwaltungsgemeinschaft ist Zschopau.</li>
            <li>Grünhainichen, Theuma, Crostwitz, Jesewitz: der Verwaltungsverband ist zuständig.</li>
            <li>Leipzig, Gewerbe anmelden: zwei Ämter, keines geht vor. Chemnitz, Gewerbe anmelden: eine zweite Stelle berät nur.</li>
            <li>Markneukirchen, Wohnberechtigungsschein: nur beratende Stelle. Oberwiesenthal, Bewohnerparkausweis: Zuständigkeit abgelaufen.</li>
            <li>Dreiheide: für gemeindliche Leistungen ist niemand genannt.</li>
          </ul>
        </section>
        """);

    private static Html Line(SandboxOffice office) => Html.Of(
        $"<tr><td>{office.Name}<br>{office.MailAddress}</td><td>{string.Join(", ", office.Areas.Select(SandboxPlaces.NameOf))}</td><td>{string.Join(", ", office.Services.Select(NameOf))}</td></tr>");

    private static string NameOf(string key) => SandboxOffices.Catalogue.Services.First(service => service.Key == key).Name;
}
