using BaseComponents.Eid.EidServer;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Opens a session at the eID-Server once the AusweisApp is there, and writes its token.</summary>
internal sealed class SessionStart(EidServerScheme card, CardLogIns logIns, IEidServerClient client, TimeProvider clock, ILogger log)
{
    /// <summary>The token of a session, or one that sends the browser back at once.</summary>
    public async Task<byte[]> OpenAsync(LaunchTicket launch, CancellationToken cancellationToken)
    {
        try
        {
            var refusal = await RefusalAsync(launch, cancellationToken).ConfigureAwait(false);
            return refusal is StartRefusal.None ? await StartAsync(launch, cancellationToken).ConfigureAwait(false) : Refuse(launch, refusal, exception: null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(launch, StartRefusal.ServerFault, exception);
        }
    }

    public static string Reason(StartRefusal refusal) => refusal switch
    {
        StartRefusal.BrowserTooOften => "too-many-starts-of-one-browser",
        StartRefusal.TooMany => "too-many-starts",
        _ => CardOutcome.Failure(refusal).Reason,
    };

    // Counted before it is marked as used: whoever comes too often may come again with the same page.
    private async Task<StartRefusal> RefusalAsync(LaunchTicket launch, CancellationToken cancellationToken)
    {
        if (launch.ExpiresAt <= clock.GetUtcNow())
            return StartRefusal.TooOld;
        if (card.Gate.Enter(launch.Browser, logIns.Options.Starts) is not StartRefusal.None and var refusal)
            return refusal;
        return await logIns.Sessions.TryUseAsync(launch, cancellationToken).ConfigureAwait(false) ? StartRefusal.None : StartRefusal.UsedBefore;
    }

    private async Task<byte[]> StartAsync(LaunchTicket launch, CancellationToken cancellationToken)
    {
        if (await client.StartAsync(EidServerSettings.Request(logIns.Options, launch.Level), cancellationToken).ConfigureAwait(false) is not EidServerStart.Started { Session: var server })
            return Refuse(launch, StartRefusal.ServerBusy, exception: null);
        if ((server.ECardServerAddress ?? logIns.Options.ClientServerAddress) is not { } paos)
            return Refuse(launch, StartRefusal.NoServerAddress, exception: null);
        var pending = new PendingSession(launch.Handle, launch.Level, launch.ReturnUrl, server.ToBytes());
        var key = await logIns.Sessions.KeepAsync(pending, clock.GetUtcNow() + logIns.Options.LoginTimeout, cancellationToken).ConfigureAwait(false);
        return TcTokenWriter.Write(server, paos, logIns.WayBack(new ReturnTicket(launch.Handle, key)));
    }

    private byte[] Refuse(LaunchTicket launch, StartRefusal refusal, Exception? exception)
    {
        EidServerLog.NotStarted(log, exception, card.Name, Reason(refusal));
        return TcTokenWriter.WriteFailure(logIns.WayBack(new ReturnTicket(launch.Handle, Session: null, refusal)));
    }
}
