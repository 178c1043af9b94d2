using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>What the routing service can be made to do wrong, whatever it is asked for.</summary>
internal sealed class RoutingFaults(SandboxFaults faults)
{
    public const string Huge = "authorities.routing.huge";
    public const string Cut = "authorities.routing.cut";
    public const string KeysUnavailable = "authorities.routing.keys.unavailable";
    private const string Limited = "authorities.routing.limited";
    private const string Unavailable = "authorities.routing.unavailable";
    private const string Error = "authorities.routing.error";
    private const string Delay = "authorities.routing.delay";
    private const string Problem = "authorities.routing.problem";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(Limited, "Routingdienst: 429; RateLimit-Reset nennt die Verzögerung in Sekunden.");
        faults.Register(Unavailable, "Routingdienst: antwortet mit 503.");
        faults.Register(Error, "Routingdienst: antwortet mit 500 und einer Problembeschreibung.");
        faults.Register(Problem, "Routingdienst: weist die Anfrage mit 400 und einer Problembeschreibung zurück.");
        faults.Register(Delay, "Routingdienst: antwortet erst nach der Verzögerung.");
        faults.Register(Huge, "Routingdienst: die Antwort hat 20 MB.");
        faults.Register(Cut, "Routingdienst: die Antwort endet in der Mitte.");
        faults.Register(KeysUnavailable, "Routingdienst: die Schlüssel des Ausstellers sind nicht abrufbar (503).");
    }

    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        (headers["RateLimit-Limit"], headers["RateLimit-Remaining"], headers["RateLimit-Reset"]) = ("1000", "999", "60");
        if (faults.Take(Limited) is { } limited)
        {
            (headers["RateLimit-Remaining"], headers["RateLimit-Reset"]) = ("0", $"{limited.Milliseconds / 1000}");
            return Results.Json(new { }, statusCode: StatusCodes.Status429TooManyRequests);
        }

        if (faults.Take(Unavailable) is not null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (faults.Take(Error) is not null)
            return RoutingProblem.Of(StatusCodes.Status500InternalServerError, "Internal Server Error");
        if (faults.Take(Problem) is not null)
            return RoutingProblem.Of(StatusCodes.Status400BadRequest, "Bad Request");
        if (faults.Take(Delay) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.HttpContext.RequestAborted);
        return await next(context);
    }
}
