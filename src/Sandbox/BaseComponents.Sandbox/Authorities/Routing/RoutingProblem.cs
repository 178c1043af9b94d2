using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>What the routing service says of a question it does not take (RFC 7807).</summary>
internal static class RoutingProblem
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(int status, string title, string? detail = null) =>
        Results.Json(new { type = "about:blank", title, status, detail, instance = $"urn:uuid:{Guid.NewGuid()}" }, contentType: ContentType, statusCode: status);

    public static IResult Question(string detail) => Of(StatusCodes.Status400BadRequest, "Bad Request", detail);
}
