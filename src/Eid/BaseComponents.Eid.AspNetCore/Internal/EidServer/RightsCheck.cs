using BaseComponents.Eid.EidServer;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Asks the eID-Server what it may read: beside the start of the application, which it never holds up.</summary>
internal sealed class RightsCheck(EidServerScheme scheme, IEidServerClient client, TimeProvider clock, ILogger<RightsCheck> log) : BackgroundService
{
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private volatile EidServerState _state = new() { Scheme = scheme.Name };

    public string Scheme => scheme.Name;

    public EidServerState State => _state;

    public Task<EidServerState> AskAsync(CancellationToken cancellationToken) => AskAsync(retryAfter: BetweenChecks, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var retry = FirstRetry;
        while (!stoppingToken.IsCancellationRequested)
        {
            var state = await AskAsync(retry, stoppingToken).ConfigureAwait(false);
            var isThere = state.Status is not EidServerStatus.Unreachable;
            await Task.Delay(isThere ? BetweenChecks : retry, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            retry = isThere ? FirstRetry : TimeSpan.FromTicks(Math.Min(2 * retry.Ticks, LongestRetry.Ticks));
        }
    }

    private async Task<EidServerState> AskAsync(TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        try
        {
            var info = await client.GetServerInfoAsync(cancellationToken).ConfigureAwait(false);
            var missing = EidServerSettings.Operations(scheme.Options).Keys.Where(operation => !info.Rights.Contains(operation)).Select(operation => operation.Name).Order(StringComparer.Ordinal).ToArray();
            return Keep(missing.Length == 0 ? EidServerStatus.Usable : EidServerStatus.RightsMissing, missing, code: null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the next question may go better; the application runs on.
            var code = (exception as EidException)?.Code ?? exception.GetType().Name;
            EidServerLog.Unreachable(log, exception, scheme.Name, code, retryAfter);
            return Keep(EidServerStatus.Unreachable, [], code);
        }
    }

    private EidServerState Keep(EidServerStatus status, string[] missing, string? code)
    {
        var before = _state;
        _state = new EidServerState { Scheme = scheme.Name, Status = status, MissingRights = missing, FaultCode = code, CheckedAt = clock.GetUtcNow() };
        if (status is EidServerStatus.Usable && before.Status is not EidServerStatus.Usable)
            EidServerLog.Usable(log, scheme.Name);
        if (status is EidServerStatus.RightsMissing)
            EidServerLog.RightsMissing(log, scheme.Name, string.Join(", ", missing));
        return _state;
    }
}
