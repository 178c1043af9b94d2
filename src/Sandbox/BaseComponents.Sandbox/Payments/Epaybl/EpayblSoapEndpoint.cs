using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>The machine endpoint of ePayBL's SOAP interface, in the style of 2.x and of 3.x.</summary>
internal sealed class EpayblSoapEndpoint(SandboxContext sandbox, EpayblDesk desk)
{
    public const string Path2 = "/payments/epaybl/soap/2";
    public const string Path3 = "/payments/epaybl/soap/3";
    private const string Book = "anlegenKassenzeichenMitZahlverfahrenlisteMitBLP";
    private readonly ConcurrentDictionary<string, bool> _customers = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path2, (HttpContext context, CancellationToken _) => AnswerAsync(context, hasLists: false)).AddEndpointFilter(new ClientGate(sandbox));
        endpoints.MapPost(Path3, (HttpContext context, CancellationToken _) => AnswerAsync(context, hasLists: true)).AddEndpointFilter(new ClientGate(sandbox));
    }

    private async Task<IResult> AnswerAsync(HttpContext context, bool hasLists)
    {
        if (sandbox.Faults.Take(PaymentFaults.Unavailable) is not null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            var call = await EpayblBody.ReadAsync(context) is { } body ? EpayblSoapCall.Parse(body, hasLists) : throw new EpayblSoapException("Die Anfrage ist zu lang");
            var answers = new EpayblSoapAnswers(hasLists, sandbox.Clock.GetUtcNow(), "EP" + Convert.ToHexString(RandomNumberGenerator.GetBytes(6)));
            return call.Operation == Book ? await BookAsync(call, answers, context) : Result(Answer(call, answers));
        }
        catch (EpayblSoapException refusal)
        {
            return Fault(refusal.Message);
        }
    }

    private XElement Answer(EpayblSoapCall call, EpayblSoapAnswers answers)
    {
        var code = call.Text("mandantNr") == EpayblOffice.Mandant ? EpayblDesk.Success : "-0012";
        return call.Operation switch
        {
            "anlegenKunde" => answers.With(call.Operation, "KundenErgebnis", code == EpayblDesk.Success ? Create(call) : code),
            "loeschenKunde" => answers.Outcome(call.Operation, code == EpayblDesk.Success ? Delete(call) : code),
            "lesenKassenzeichenInfo" => Look(call, answers, code),
            "lesenTransaktion" => LookTransaction(call, answers, code),
            _ => answers.Outcome(call.Operation, code),
        };
    }

    private string Create(EpayblSoapCall call)
    {
        var (number, name, firstName) = call.Customer();
        if (number is not { Length: >= 1 and <= 100 })
            return "-0115";
        if (name is not { Length: >= 1 and <= 27 })
            return "-0103";
        if (firstName is { Length: > 27 })
            return "-0104";
        return _customers.TryAdd(number, true) ? EpayblDesk.Success : EpayblOffice.CustomerExists;
    }

    private string Delete(EpayblSoapCall call)
    {
        if (call.Text("EShopKundenNr") is not { } number || !_customers.ContainsKey(number))
            return "-0199";
        return _customers.TryUpdate(number, false, true) ? EpayblDesk.Success : "-0120";
    }

    private XElement Look(EpayblSoapCall call, EpayblSoapAnswers answers, string code)
    {
        const string type = "KassenzeichenInfoErgebnis";
        if (code != EpayblDesk.Success)
            return answers.With(call.Operation, type, code);
        return desk.Find(call.Text("kassenzeichen") ?? "") is { } entry
            ? answers.With(call.Operation, type, code, EpayblSoapAnswers.Info(entry, desk.BooksOf(entry)))
            : answers.With(call.Operation, type, EpayblOffice.NotFound);
    }

    private XElement LookTransaction(EpayblSoapCall call, EpayblSoapAnswers answers, string code)
    {
        const string type = "BuchungsListeErgebnis";
        if (code != EpayblDesk.Success)
            return answers.With(call.Operation, type, code);
        return desk.FindTransaction(call.Text("eShopTransaktionsNr") ?? "") is { } entry
            ? answers.With(call.Operation, type, code, EpayblSoapAnswers.List(entry))
            : answers.With(call.Operation, type, EpayblOffice.NotFound);
    }

    private async Task<IResult> BookAsync(EpayblSoapCall call, EpayblSoapAnswers answers, HttpContext context)
    {
        const string type = "BuchungsListeErgebnis";
        var list = call.List();
        if (call.Text("mandantNr") != EpayblOffice.Mandant)
            return Result(answers.With(call.Operation, type, "-0012"));
        if (!_customers.ContainsKey(list.CustomerNumber ?? ""))
            return Result(answers.With(call.Operation, type, "-0199"));
        if (sandbox.Faults.Take(PaymentFaults.DropBeforeCommit) is not null)
            return new DroppedConnection();
        var booked = desk.Book(list);
        if (sandbox.Faults.Take(PaymentFaults.DropAfterCommit) is not null)
            return new DroppedConnection();
        if (sandbox.Faults.Take(PaymentFaults.DelayAnswer) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.RequestAborted);
        if (sandbox.Faults.Take(EpayblFaults.SoapFault) is not null)
            return Fault("Interner Fehler");
        return Result(booked is { Code: EpayblDesk.Success, Entry: { } entry }
            ? answers.With(call.Operation, type, booked.Code, EpayblSoapAnswers.List(entry))
            : answers.With(call.Operation, type, booked.Code));
    }

    private IResult Result(XElement envelope)
    {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + envelope.ToString(SaveOptions.DisableFormatting);
        return Xml(sandbox.Faults.Take(EpayblFaults.Junk) is null ? xml : $"\r\n-- Anfang --\r\n{xml}\r\n-- Ende --\r\n", StatusCodes.Status200OK);
    }

    private static IResult Fault(string text) => Xml(EpayblSoapAnswers.Fault(text).ToString(SaveOptions.DisableFormatting), StatusCodes.Status500InternalServerError);

    private static IResult Xml(string xml, int status) => Results.Text(xml, "text/xml; charset=utf-8", statusCode: status);
}
