using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>The machine endpoints of ePayBL's REST connector. Errors come with HTTP 200 and a code, as integrators see it.</summary>
internal sealed class EpayblRestEndpoints(SandboxContext sandbox, EpayblDesk desk)
{
    public const string BasePath = "/payments/epaybl/konnektor";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var office = endpoints.MapGroup(BasePath + "/epayment/fachverfahren/v1_0/mandanten/{mandant}/bewirtschafter/{bewirtschafter}")
            .AddEndpointFilter(new ClientGate(sandbox)).AddEndpointFilter(UnavailableAsync).AddEndpointFilter(OfficeAsync);
        office.MapGet("/status", () => Answer(EpayblRestAnswers.With(EpayblDesk.Success)));
        office.MapGet("/zahlverfahren", Methods);
        office.MapPost("/buchungslisten", (Delegate)BookAsync);
        office.MapGet("/kassenzeichen/{kassenzeichen}", Look);
    }

    private async ValueTask<object?> UnavailableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        sandbox.Faults.Take(PaymentFaults.Unavailable) is null ? await next(context) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static async ValueTask<object?> OfficeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var values = context.HttpContext.Request.RouteValues;
        if (values["mandant"] as string != EpayblOffice.Mandant)
            return Answer(EpayblRestAnswers.With("-0012"));
        return values["bewirtschafter"] as string == EpayblOffice.Bewirtschafter ? await next(context) : Answer(EpayblRestAnswers.With("-0302"));
    }

    private static IResult Methods() => Answer(EpayblRestAnswers.With(
        EpayblDesk.Success,
        ("zahlverfahren", EpayblOffice.Methods.Select(offer => new { zahlverfahrencode = offer.Code, minimalbetrag = offer.Minimum, maximalbetrag = offer.Maximum, zvp = "SANDBOX" }))));

    private async Task<IResult> BookAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType() || await EpayblBody.ReadAsync(context) is not { } body || EpayblRestAnswers.Parse(body) is not { } request)
            return Answer(EpayblRestAnswers.With("-0501"));
        if (request.Refusal() is { } refusal)
            return Answer(EpayblRestAnswers.With(refusal));
        if (sandbox.Faults.Take(PaymentFaults.DropBeforeCommit) is not null)
            return new DroppedConnection();
        var booked = desk.Book(request.ToList(EpayblOffice.Bewirtschafter));
        if (sandbox.Faults.Take(PaymentFaults.DropAfterCommit) is not null)
            return new DroppedConnection();
        if (sandbox.Faults.Take(PaymentFaults.DelayAnswer) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.RequestAborted);
        return Answer(booked is { Code: EpayblDesk.Success or "-0520", Entry: { } entry }
            ? EpayblRestAnswers.With(booked.Code, ("zahlvorgangsInfo", new { rechnungUrls = new Dictionary<string, string> { ["PAYPAGE"] = desk.PayPageOf(entry) } }))
            : EpayblRestAnswers.With(booked.Code));
    }

    private IResult Look(string kassenzeichen)
    {
        if (sandbox.Faults.Take(PaymentFaults.GetError) is not null)
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        if (desk.Find(kassenzeichen) is not { } entry)
            return Answer(EpayblRestAnswers.With(EpayblOffice.NotFound));
        var books = desk.BooksOf(entry);
        var details = new { paypagestatus = books.IsPageFinished ? "INAKTIV" : "AKTIV", bezahlverfahren = books.Method, saldo = books.Saldo };
        return Answer(EpayblRestAnswers.With(EpayblDesk.Success, ("kassenzeichen", new { zusatzdaten = details })));
    }

    private static IResult Answer(Dictionary<string, object> answer) => Results.Json(answer, WireOptions.Json);
}
