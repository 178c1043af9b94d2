using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Pages;

/// <summary>The page a municipal developer sees first: what runs here, where, and what can be made to go wrong.</summary>
internal static class FrontPage
{
    public static void Map(IEndpointRouteBuilder endpoints, SandboxContext context, IReadOnlyList<SandboxService> services)
    {
        var switches = new FaultSwitches(context.Faults);
        endpoints.MapGet("/", () => Page.Show("Sandbox der Basiskomponenten", Html.Of($"{Introduction}{services.Select(service => Card(service.Card))}{switches.Card()}")));
        endpoints.MapGet("/assets/sandbox.css", () => Results.Stream(Asset("sandbox.css"), "text/css; charset=utf-8"));
        endpoints.MapFallback("{*path}", () => Page.Show("Seite nicht gefunden", Html.Of($"<p>Diese Seite gibt es hier nicht. <a href=\"/\">Zur Übersicht</a></p>"), StatusCodes.Status404NotFound));
        switches.Map(endpoints);
    }

    private static Html Introduction => Html.Of($"""
        <p>Hier laufen Zuständigkeitsfinder, Anmeldung, Zahlungsverkehr und sichere E-Mail des Freistaats als Nachbau: auf diesem Rechner und nur für
        ihn. Damit entsteht ein Online-Dienst, bevor es Zugangsdaten zu den echten Diensten gibt.</p>
        <ol>
          <li><strong>Einstellungen übernehmen.</strong> Adressen, Schlüssel und Zertifikate gibt die Sandbox beim Start aus: mit <code>--settings sandbox.json</code>
          in eine Datei, innerhalb eines Programms als <code>sandbox.Configuration</code>. Ihre Anwendung liest sie wie jede andere Einstellung.</li>
          <li><strong>Anwendung benutzen.</strong> Bei der Anmeldung wählen Sie aus, wer Sie sind. Beim Bezahlen entscheiden Sie, wie die Zahlung ausgeht.</li>
          <li><strong>Nachsehen,</strong> was angekommen ist: Zahlungen und Nachrichten stehen unten bei ihrem Dienst.</li>
          <li><strong>Stören:</strong> am Ende dieser Seite lassen sich Dienste verspäten, ausfallen und falsch antworten.</li>
        </ol>
        """);

    private static Html Card(ServiceCard card) => Html.Of($"""
        <section class="card">
          <h2>{card.Title}</h2>
          <p>{card.Text}</p>
          <ul>{card.Links.Select(link => Html.Of($"<li><a href=\"{link.Path}\">{link.Label}</a></li>"))}</ul>
          <dl>{card.Addresses.Select(address => Html.Of($"<dt>{address.Label}</dt><dd><code>{address.Value}</code></dd>"))}</dl>
        </section>
        """);

    private static Stream Asset(string name) => typeof(FrontPage).Assembly.GetManifestResourceStream($"BaseComponents.Sandbox.Pages.Assets.{name}")!;
}
