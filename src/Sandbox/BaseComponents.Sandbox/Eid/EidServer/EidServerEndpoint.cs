using System.Text;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Answers;
using BaseComponents.Sandbox.Eid.EidServer.Faults;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.EidServer.Signatures;
using BaseComponents.Sandbox.Eid.Saml.Xml;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>The eID-Interface over SOAP 1.1: lets in by client certificate, takes what the application signed, and signs what it answers.</summary>
internal sealed class EidServerEndpoint(SandboxContext sandbox, EidServerDesk desk, EidServerKeys keys)
{
    private readonly AnswerFaults<SoapPlan> _useIdFaults = Of(sandbox.Faults, "eid-server.use-id.", "eID-Server, useID", keys);
    private readonly AnswerFaults<SoapPlan> _resultFaults = Of(sandbox.Faults, "eid-server.get-result.", "eID-Server, getResult", keys);
    private string? _lastResult;

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (MutualTls.Refusal(sandbox, context.Connection) is { } refusal)
            return Results.Text(refusal, statusCode: StatusCodes.Status403Forbidden);
        if (sandbox.Faults.Take(ServerFaults.Unavailable) is not null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (sandbox.Faults.Take(ServerFaults.Slow) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.RequestAborted);
        if (context.Request.ContentType?.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase) is not true)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        return await ReadAsync(context) is { } text ? Message(text, context.Request.Headers["SOAPAction"]) : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    private IResult Message(string text, string? action)
    {
        try
        {
            var call = SoapCall.Read(text, action);
            return sandbox.Faults.Take(ServerFaults.SoapFault) is null ? Answer(call) : Fault("Server", "Interner Fehler");
        }
        catch (SoapRefusedException refused)
        {
            return Fault(refused.Code, refused.Message);
        }
    }

    private IResult Answer(SoapCall call)
    {
        if (!RequestSignature.IsValid(call, keys.Signing, sandbox.Clock.GetUtcNow()))
            return Refused(call, ResultCodes.InternalError, "Unterschrift oder Zeitstempel");
        try
        {
            return call.Operation switch
            {
                SoapCall.UseId => Send(_useIdFaults.Apply(Plan(desk.UseId(UseIdReader.Read(call.Content))))),
                SoapCall.GetResult => Result(GetResultRequest.Read(call.Content)),
                _ => Info(call),
            };
        }
        catch (SchemaViolationException violation)
        {
            return Refused(call, ResultCodes.SchemaViolation, violation.Message);
        }
    }

    private IResult Result(GetResultRequest request)
    {
        var (content, isResult) = desk.GetResult(request);
        if (!isResult)
            return Send(Plan(content));
        if (_lastResult is { } last && sandbox.Faults.Take(ServerFaults.Replayed) is not null)
            return Send(last, StatusCodes.Status200OK);
        _lastResult = SoapWriter.Write(_resultFaults.Apply(Plan(content)));
        return Send(_lastResult, StatusCodes.Status200OK);
    }

    private IResult Info(SoapCall call)
    {
        new ElementSequence(call.Content).End();
        return Send(Plan(desk.ServerInfo()));
    }

    // An answer to getServerInfo has no place for a result.
    private IResult Refused(SoapCall call, string minor, string message) => call.Operation switch
    {
        SoapCall.UseId => Send(Plan(UseIdWriter.Write(UseIdPlan.Refused(minor, message)))),
        SoapCall.GetResult => Send(Plan(ResultWriter.Write(ResultPlan.Failed(minor, message)))),
        _ => Fault("Client", $"{minor}: {message}"),
    };

    private IResult Fault(string code, string text) => Send(Plan(SoapWriter.Fault(code, text)) with { Status = StatusCodes.Status500InternalServerError });

    private SoapPlan Plan(XElement content) => new(content, sandbox.Clock.GetUtcNow()) { Signature = new AnswerSignature(keys.Server, keys.Server) };

    private static IResult Send(SoapPlan plan) => Send(SoapWriter.Write(plan), plan.Status);

    private static IResult Send(string text, int status) => Results.Text(text, "text/xml; charset=utf-8", Encoding.UTF8, status);

    private static AnswerFaults<SoapPlan> Of(SandboxFaults armed, string prefix, string call, EidServerKeys keys) =>
        new(armed, prefix, call, [.. SignatureFaults.All(keys), .. MessageFaults.All]);

    private static async Task<string?> ReadAsync(HttpContext context)
    {
        var body = new byte[StrictXml.MostCharacters + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > StrictXml.MostCharacters ? null : Encoding.UTF8.GetString(body, 0, length).TrimStart('\uFEFF');
    }
}
