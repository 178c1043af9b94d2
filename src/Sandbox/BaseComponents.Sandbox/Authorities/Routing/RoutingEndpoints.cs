using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>The routing service of FIT-Connect in versions 1 and 2, and the keys of the issuer, over https only.</summary>
internal sealed class RoutingEndpoints
{
    public const string BasePath = "/authorities/routing";
    private const string IssuerPath = BasePath + "/issuer";
    private const int HugeBytes = 20_000_000;
    private readonly SandboxFaults _faults;
    private readonly RoutingKeys _keys;
    private readonly RoutingDesk _desk;

    public RoutingEndpoints(SandboxContext sandbox)
    {
        _faults = sandbox.Faults;
        _keys = new RoutingKeys(sandbox);
        _desk = new RoutingDesk(sandbox, _keys, Issuer(sandbox), new SignatureFaults(sandbox.Faults, _keys, new Uri(sandbox.HttpsAddress, BasePath + "/another-issuer")));
    }

    public static Uri Issuer(SandboxContext sandbox) => new(sandbox.HttpsAddress, IssuerPath);

    public static void RegisterFaults(SandboxFaults faults)
    {
        RoutingFaults.Register(faults);
        SignatureFaults.Register(faults);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var machine = endpoints.MapGroup("").AddEndpointFilter(OverHttpsAsync);
        machine.MapGet(IssuerPath + "/.well-known/jwks.json", Keys);
        var service = machine.MapGroup(BasePath).AddEndpointFilter(new RoutingFaults(_faults).FilterAsync);
        foreach (var version in (int[])[1, 2])
        {
            service.MapGet($"/v{version}/routes", (HttpContext context) => Routes(context.Request.Query, version));
            service.MapGet($"/v{version}/areas", (HttpContext context) => Areas(context.Request.Query));
            service.MapGet($"/v{version}/info", () => Results.Json(new { version = new { major = version, minor = 0, patch = 0 } }));
        }
    }

    private IResult Routes(IQueryCollection query, int version)
    {
        var (service, area, problem) = RoutingQuestion.Route(query);
        var (offset, limit, pageProblem) = RoutingQuestion.Page(query);
        if ((problem ?? pageProblem) is { } wrong)
            return RoutingProblem.Question(wrong);
        var offices = area is null ? [] : RoutingDesk.Find(service, area);
        JsonNode[] page = [.. _desk.Write(offices.Skip(offset).Take(limit), withParameters: version == 1)];
        return Answer("routes", page, offset, offices.Count, "application/json");
    }

    // Success has the content type of problems here, as the interface describes it.
    private IResult Areas(IQueryCollection query)
    {
        var (expressions, problem) = RoutingQuestion.Areas(query);
        var (offset, limit, pageProblem) = RoutingQuestion.Page(query);
        if ((problem ?? pageProblem) is { } wrong)
            return RoutingProblem.Question(wrong);
        var found = RoutingPlaces.All.Where(entry => expressions.All(expression => Fits(entry.Place, expression))).ToList();
        JsonNode[] page = [.. found.Skip(offset).Take(limit).Select(entry => new JsonObject { ["id"] = entry.Id, ["name"] = entry.Place.Name, ["type"] = RoutingPlaces.KindOf(entry.Place.Key) })];
        return Answer("areas", page, offset, found.Count, RoutingProblem.ContentType);
    }

    private static bool Fits(SandboxPlace place, string expression)
    {
        var pattern = "^" + Regex.Escape(expression).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        return place.Name.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Concat(place.PostalCodes)
            .Any(word => Regex.IsMatch(word, pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));
    }

    private IResult Answer(string name, JsonNode[] page, int offset, int total, string contentType)
    {
        var answer = new JsonObject { ["count"] = page.Length, ["offset"] = offset, ["totalCount"] = total, [name] = new JsonArray(page) };
        var json = Encoding.UTF8.GetBytes(answer.ToJsonString());
        if (_faults.Take(RoutingFaults.Huge) is not null)
            json = [.. json, .. new byte[HugeBytes].Select(static _ => (byte)' ')];
        var whole = _faults.Take(RoutingFaults.Cut) is null;
        return Results.Bytes(whole ? json : json.AsMemory(0, json.Length / 2), contentType);
    }

    private IResult Keys() => _faults.Take(RoutingFaults.KeysUnavailable) is null
        ? Results.Json(new { keys = _keys.Published.Select(PublicKey.Of) })
        : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static async ValueTask<object?> OverHttpsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.IsHttps ? await next(context) : Results.NotFound();
}
