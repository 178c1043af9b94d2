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
        endpoints.MapGet("/", () => Page.Show("Sandbox", Body(context, services)));
        endpoints.MapGet("/assets/sandbox.css", () => Results.Stream(Asset("sandbox.css"), "text/css; charset=utf-8"));
        endpoints.MapGet("/_sandbox/faults", () => Results.Json(new { Known = context.Faults.Known, context.Faults.Armed }));
        endpoints.MapPost("/_sandbox/faults", (SandboxFault fault) => context.Faults.TryArm(fault)
            ? Results.NoContent()
            : Results.BadRequest($"No service knows the fault '{fault.Name}'. GET /_sandbox/faults lists those that exist."));
        endpoints.MapDelete("/_sandbox/faults", () =>
        {
            context.Faults.Clear();
            return Results.NoContent();
        });
    }

    private static Html Body(SandboxContext context, IReadOnlyList<SandboxService> services) => Html.Of($"""
        <p>Diese Dienste laufen auf diesem Rechner und nur für ihn. Eine Anwendung bekommt ihre Adressen, Schlüssel und Zertifikate aus den
        Einstellungen, die die Sandbox beim Start ausgibt.</p>
        {services.Select(Card)}
        <section class="card">
          <h2>Störungen</h2>
          <p>Ein <code>POST</code> an <code>/_sandbox/faults</code> mit <code>name</code>, <code>times</code> und <code>milliseconds</code>
          lässt einen Dienst so oft fehlgehen, wie angegeben; <code>DELETE</code> hebt alles auf.</p>
          <dl>{context.Faults.Known.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => Html.Of($"<dt><code>{fault.Key}</code></dt><dd>{fault.Value}</dd>"))}</dl>
        </section>
        """);

    private static Html Card(SandboxService service) => Html.Of($"""
        <section class="card">
          <h2>{service.Card.Title}</h2>
          <p>{service.Card.Text}</p>
          <ul>{service.Card.Links.Select(link => Html.Of($"<li><a href=\"{link.Path}\">{link.Label}</a></li>"))}</ul>
        </section>
        """);

    private static Stream Asset(string name) => typeof(FrontPage).Assembly.GetManifestResourceStream($"BaseComponents.Sandbox.Pages.Assets.{name}")!;
}
