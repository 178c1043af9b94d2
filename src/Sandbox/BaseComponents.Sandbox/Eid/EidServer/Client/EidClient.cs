using BaseComponents.Sandbox.Eid.EidServer.Answers;
using BaseComponents.Sandbox.Eid.EidServer.Faults;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>
/// Stands in for the AusweisApp (TR-03124): takes a TcToken, shows what is to be read, and sends the browser back. The conversation between client and server
/// (PAOS) does not take place, since both are this process; what binds them is the pre-shared key all the same.
/// </summary>
internal sealed class EidClient(SandboxContext sandbox, EidServerAddresses addresses, EidSessions sessions, TcTokenSource tokens)
{
    private const int LongestAddress = 2048;
    private readonly PendingReadings _pending = new(sandbox.Clock);

    public Task<IResult> ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query.TryGetValue("Status", out var form))
            return Task.FromResult(EidClientStatus.Show(context, form.ToString()));
        if (query.ContainsKey("ShowUI"))
            return Task.FromResult(EidClientPages.Open());
        return BeginAsync(query["tcTokenURL"].ToString(), context.RequestAborted);
    }

    public async Task<IResult> DecideAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (_pending.Take(form["ticket"].ToString()) is not { } reading)
            return EidClientPages.Stale();
        if (sandbox.Faults.Take(EidClientFaults.ForgedOk) is not null)
            return Return(context, ReturnOutcome.Ok.At(reading.Token.Refresh));
        var outcome = Judged(reading.Session, CardHolder.Decide(reading.Session.Request, form["person"], form["group"]));
        if (!sessions.TryEnd(reading.Session, outcome))
            return EidClientPages.Stale();
        return Back(context, reading.Token, outcome);
    }

    private async Task<IResult> BeginAsync(string address, CancellationToken cancellationToken)
    {
        if (address.Length == 0)
            return EidClientPages.Mistake("Es fehlt die Adresse eines TcTokens", StatusCodes.Status404NotFound);
        if (address.Length > LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var source))
            return EidClientPages.Mistake("Die Adresse des TcTokens ist keine", StatusCodes.Status400BadRequest);
        try
        {
            return Offer(source, await FetchAsync(source, cancellationToken));
        }
        catch (TcTokenException mistake)
        {
            return mistake.CommunicationError is { } error && ClientRules.IsSameOrigin(error, source)
                ? Results.Redirect(ReturnOutcome.NoTrustedChannel.At(error).AbsoluteUri)
                : EidClientPages.Mistake(mistake.Message, StatusCodes.Status400BadRequest);
        }
    }

    private async Task<TcToken> FetchAsync(Uri source, CancellationToken cancellationToken)
    {
        var token = await tokens.FetchAsync(source, cancellationToken);
        return sandbox.Faults.Take(EidClientFaults.FetchTwice) is null ? token : await tokens.FetchAsync(source, cancellationToken);
    }

    private IResult Offer(Uri source, TcToken token)
    {
        // The certificate for documents would name the origin. Here it is the one that the token comes from.
        if (!ClientRules.IsSameOrigin(source, token.Refresh))
            return EidClientPages.Mistake("RefreshAddress liegt woanders als das TcToken", StatusCodes.Status400BadRequest);
        if (token.Server == addresses.ECardServer && sessions.Reach(token.Psk) is { } session)
        {
            var reading = new PendingReading(token, session);
            return EidClientPages.Offer(reading, _pending.Add(reading));
        }

        return Results.Redirect(ReturnOutcome.NoTrustedChannel.At(token.CommunicationError ?? token.Refresh).AbsoluteUri);
    }

    private EidOutcome Judged(EidSession session, EidOutcome outcome)
    {
        if (outcome is not EidOutcome.Read)
            return outcome;
        if (CardReader.IsDenied(session.Request) || sandbox.Faults.Take(ServerFaults.DeniedDocument) is not null)
            return new EidOutcome.Failed(ResultCodes.DeniedDocument);
        return sandbox.Faults.Take(ServerFaults.InvalidDocument) is null ? outcome : new EidOutcome.Failed(ResultCodes.InvalidDocument);
    }

    private IResult Back(HttpContext context, TcToken token, EidOutcome outcome)
    {
        if (outcome is EidOutcome.Read && sandbox.Faults.Take(EidClientFaults.Lost) is not null)
            return EidClientPages.Crashed();
        var address = Told(outcome).At(token.Refresh);
        return sandbox.Faults.Take(EidClientFaults.OtherBrowser) is null ? Return(context, address) : EidClientPages.Elsewhere(address);
    }

    private ReturnOutcome Told(EidOutcome outcome)
    {
        if (sandbox.Faults.Take(EidClientFaults.Silent) is not null)
            return ReturnOutcome.Ok with { IsSilent = true };
        return outcome switch
        {
            EidOutcome.Failed { Minor: ResultCodes.CancelledByUser } => ReturnOutcome.CancellationByUser,
            EidOutcome.Failed => ReturnOutcome.ServerError,
            _ => sandbox.Faults.Take(EidClientFaults.CancelAfterReading) is null ? ReturnOutcome.Ok : ReturnOutcome.CancellationByUser,
        };
    }

    private static IResult Return(HttpContext context, Uri address)
    {
        context.Response.Headers.Location = address.AbsoluteUri;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
