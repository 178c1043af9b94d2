using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>The address that applications send browsers to. It names the claim, and in SOAP where to return to; the page itself is the one of all payments.</summary>
internal sealed class EpayblPayPage(EpayblDesk desk, PaymentLedger ledger)
{
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(EpayblDesk.PayPagePath, Show);

    private IResult Show(HttpRequest request)
    {
        var query = request.Query;
        if (desk.Find(query["kassenzeichen"].ToString()) is not { } entry || query["mandant"] != entry.OriginatorId || query["EShopKundenNr"] != entry.Epaybl!.CustomerNumber)
            return Page.Show("Zahlung nicht gefunden", Html.Of($"<p>Zu dieser Adresse gibt es keine Zahlung.</p>"), StatusCodes.Status404NotFound);
        if (query.ContainsKey("backlinkSuccess") || query.ContainsKey("backlinkAbort"))
        {
            var (success, abort) = (query["backlinkSuccess"].ToString(), query["backlinkAbort"].ToString());
            if (ReturnAddress.Parse(success) is null || ReturnAddress.Parse(abort) is null)
                return Page.Show("Falsche Rücksprungadresse", Html.Of($"<p>backlinkSuccess und backlinkAbort müssen absolute Adressen sein.</p>"), StatusCodes.Status400BadRequest);
            ledger.ReturnTo(entry, success, abort);
        }

        return Results.Redirect(PayPage.PathOf(entry));
    }
}
