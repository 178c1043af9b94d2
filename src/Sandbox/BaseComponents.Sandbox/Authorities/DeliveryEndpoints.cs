using BaseComponents.Sandbox.Authorities.Bulk;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>What machines fetch, over https only.</summary>
internal sealed class DeliveryEndpoints(SandboxContext sandbox, OfficeHistory history)
{
    public const string DeliveryPath = "/authorities/xzufi";
    public const string RegionsPath = "/authorities/regions";
    public const string PostalCodesPath = "/authorities/postal-codes";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var machine = endpoints.MapGroup("").AddEndpointFilter(OverHttpsAsync).AddEndpointFilter(UnavailableAsync);
        machine.MapGet(DeliveryPath, Delivery);
        machine.MapGet(RegionsPath, () => Results.Bytes(SandboxData.Regions, "application/json"));
        machine.MapGet(PostalCodesPath, () => Results.Bytes(SandboxData.PostalCodes, "text/csv; charset=utf-8"));
    }

    private IResult Delivery()
    {
        var delivery = XzufiWriter.Write(SandboxOffices.Catalogue.Services, history.Offices, sandbox.Clock.GetUtcNow());
        var whole = sandbox.Faults.Take(AuthorityFaults.Truncated) is null;
        return Results.Bytes(whole ? delivery : delivery.AsMemory(0, delivery.Length / 2), "application/xml");
    }

    private static async ValueTask<object?> OverHttpsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.IsHttps ? await next(context) : Results.NotFound();

    private async ValueTask<object?> UnavailableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        sandbox.Faults.Take(AuthorityFaults.Unavailable) is null ? await next(context) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
