using BaseComponents.Sandbox.Mail.Pages;
using BaseComponents.Sandbox.Mail.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>For tests: what left the gateway, and a mail that comes in through it.</summary>
internal sealed class GatewayPages(OutgoingGateway outgoing, IncomingGateway incoming)
{
    public const string IncomingPath = "/mail/gateway/incoming";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mail/{id}/gateway.json", (string id) => Results.Json(outgoing.Find(id).Select(delivery => new { delivery.Recipients, delivery.Way, Size = delivery.Raw?.Length })));
        endpoints.MapGet("/mail/{id}/gateway/{number:int}.eml", Left);
        endpoints.MapPost(IncomingPath, (Delegate)TakeAsync);
    }

    private IResult Left(HttpContext http, string id, int number) => outgoing.Find(id) is var deliveries && number >= 1 && number <= deliveries.Count && deliveries[number - 1].Raw is { } raw
        ? Download.Of(http, raw, "message/rfc822", $"{id}-{number}.eml")
        : Results.NotFound();

    private async Task<IResult> TakeAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = SmtpLimits.MessageSize;
        using var mail = new MemoryStream();
        await http.Request.Body.CopyToAsync(mail, cancellationToken);
        return mail.Length == 0 ? Results.BadRequest("The body is the mail (RFC 5322).") : Results.Json(incoming.Deliver(mail.ToArray()));
    }
}
