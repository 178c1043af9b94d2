using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The parts of one log-in that its handler and the application's own page share.</summary>
internal sealed class CardLogIns
{
    private readonly TimeProvider _clock;

    public CardLogIns(string scheme, EidServerOptions options, IEidOneTimeStore store, IDataProtectionProvider protection, TimeProvider clock)
    {
        (Scheme, Options, _clock) = (scheme, options, clock);
        var tenant = EidServerSettings.Tenant(options);
        Paths = new EidServerPaths(scheme, options);
        Seal = new TicketSeal(scheme, tenant, protection);
        Binding = new BrowserBinding(scheme, options, Seal);
        Sessions = new PendingSessions(scheme, tenant, Seal, store);
    }

    public string Scheme { get; }

    public EidServerOptions Options { get; }

    public EidServerPaths Paths { get; }

    public TicketSeal Seal { get; }

    public BrowserBinding Binding { get; }

    public PendingSessions Sessions { get; }

    /// <summary>The address that begins a log-in, in whatever browser opens it.</summary>
    public Uri StartAddress(AssuranceLevel level, string returnUrl, string? otherReturnUrl) =>
        Paths.Address(Paths.Base, Seal.Seal(new StartTicket(level, returnUrl, otherReturnUrl, _clock.GetUtcNow() + Options.LoginTimeout)));

    /// <summary>The address that the AusweisApp sends its browser to.</summary>
    public Uri WayBack(ReturnTicket ticket) => Paths.Address(Paths.Refresh, Seal.Seal(ticket));

    /// <summary>What a page shows of the log-in in its address; null where it is old or that of another browser.</summary>
    public EidServerLaunch? Launch(HttpContext context, string ticket) =>
        Seal.Open<LaunchTicket>(ticket) is { } launch && launch.ExpiresAt > _clock.GetUtcNow() && Binding.IsOf(context, launch.Handle)
            ? LaunchWriter.Write(this, launch, ticket)
            : null;
}
