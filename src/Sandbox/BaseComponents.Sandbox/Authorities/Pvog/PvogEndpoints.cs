using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox.Authorities.Bulk;
using BaseComponents.Sandbox.Authorities.Routing;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Authorities.Pvog;

/// <summary>The search service of the portal network, over https only: the offices of the delivery, asked one by one.</summary>
/// <remarks>German: Suchdienst des Portalverbunds (PVOG).</remarks>
internal sealed class PvogEndpoints(SandboxContext sandbox, OfficeHistory history)
{
    public const string BasePath = "/authorities/pvog/api";
    private const int SmallestPage = 5;
    private const int HugeBytes = 20_000_000;
    private const int Deepest = 1000;

    public static IEnumerable<KeyValuePair<string, string?>> Configuration(SandboxContext sandbox, string section) => new Dictionary<string, string?>
    {
        [$"{section}:BaseAddress"] = new Uri(sandbox.HttpsAddress, BasePath).AbsoluteUri,
        [$"{section}:TrustAnchorsPem"] = sandbox.Authority.RootPem,
    };

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var machine = endpoints.MapGroup(BasePath)
            .AddEndpointFilter(static async (context, next) => context.HttpContext.Request.IsHttps ? await next(context) : Results.NotFound())
            .AddEndpointFilter(FilterAsync);
        machine.MapGet("/v2/locations", (string q) => Answer(Places(q)));
        machine.MapGet("/v3/servicedescriptions/leikaid", Descriptions);
        machine.MapGet("/v2/organisationunits/titles", (string ars, string lbId) => Answer(Titles(ars, lbId)));
        machine.MapGet("/v5/organisationunits/detail", Detail);
        machine.MapGet("/v1beta2/onlineservices", () => Answer(new JsonObject { ["totalHits"] = 0, ["onlineservices"] = new JsonArray(), ["nextPageToken"] = null }));
    }

    private static JsonArray Places(string text) =>
    [
        .. SandboxPlaces.All.Where(place => place.Key.Length == 12)
            .SelectMany(place => place.PostalCodes.Select(code => (Place: place, Code: code)))
            .Where(found => found.Code == text || found.Place.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Select(found => PvogAnswers.Place(found.Place, found.Code)),
    ];

    // A page of fewer than five entries is refused, as the real one does.
    private IResult Descriptions(string leikaIds, int size) => size < SmallestPage
        ? Results.BadRequest()
        : Answer(PvogAnswers.Descriptions(SandboxOffices.Catalogue.Services.FirstOrDefault(service => service.Key == leikaIds)));

    private JsonArray Titles(string area, string description) => [.. Offices(area, description).Select(PvogAnswers.Title)];

    // Without description and area each unit is a mere contact.
    private IResult Detail(string q, string? ars, string? lbId)
    {
        if (history.Offices.FirstOrDefault(office => PvogAnswers.UnitId(office) == q) is not { } office)
            return Results.NotFound();
        var isNamed = ars is not null && lbId is not null && Offices(ars, lbId).Contains(office) && sandbox.Faults.Take(PvogFaults.WrongRole) is null;
        return Answer(PvogAnswers.Unit(office, isNamed ? PvogAnswers.RoleOf(office) : "03", sandbox.Faults.Take(PvogFaults.ChangedAddress) is not null));
    }

    // Those of exactly this area: whoever asks goes up by himself.
    private IEnumerable<SandboxOffice> Offices(string area, string description)
    {
        var today = DateOnly.FromDateTime(sandbox.Clock.GetUtcNow().UtcDateTime);
        return history.Offices.Where(office => office.Services.Any(service => PvogAnswers.DescriptionId(service) == description)
            && office.Areas.Any(own => RoutingPlaces.Around(own).First() == RoutingPlaces.Around(area).First())
            && (office.ValidUntil is not { } last || DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) >= today));
    }

    private IResult Answer(JsonNode content)
    {
        if (sandbox.Faults.Take(PvogFaults.Empty) is not null)
            return Results.NotFound();
        if (sandbox.Faults.Take(PvogFaults.Deep) is not null)
            return Results.Text(new string('[', Deepest) + new string(']', Deepest), "application/json");
        var json = Encoding.UTF8.GetBytes(content.ToJsonString());
        if (sandbox.Faults.Take(PvogFaults.Huge) is not null)
            json = [.. json, .. Enumerable.Repeat((byte)' ', HugeBytes)];
        return sandbox.Faults.Take(PvogFaults.Cut) is null ? Results.Bytes(json, "application/json") : new HalfAnswer(json);
    }

    private async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (sandbox.Faults.Take(PvogFaults.Unavailable) is not null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (sandbox.Faults.Take(PvogFaults.Busy) is { } busy)
        {
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(busy.Milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (sandbox.Faults.Take(PvogFaults.Delay) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.HttpContext.RequestAborted);
        return await next(context);
    }
}
