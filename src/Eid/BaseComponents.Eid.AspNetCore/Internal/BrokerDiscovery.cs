using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>
/// The broker's addresses and keys: kept for half a day, fetched anew within the same log-in when a token names an unknown key, and kept on
/// for a day while the broker's discovery is down.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the options; the semaphore's wait handle is never made.")]
internal sealed class BrokerDiscovery(EidBrokerOptions broker, IDocumentRetriever documents, TimeProvider clock, ILogger log)
    : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan UsableFor = TimeSpan.FromHours(36);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private OpenIdConnectConfiguration? _kept;
    private DateTimeOffset _fetchedAt;
    private DateTimeOffset _triedAt;
    private DateTimeOffset _askedAt;
    private volatile bool _keyUnknown;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_kept is { } kept && !IsDue())
            return kept;
        await _fetching.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return _kept is { } meanwhile && !IsDue() ? meanwhile : await FetchAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel).ConfigureAwait(false);

    /// <summary>Called by token validation when no key fits. Bounded, so that bad tokens cannot make us hammer the broker.</summary>
    public override void RequestRefresh()
    {
        if (clock.GetUtcNow() - _askedAt < BetweenAttempts)
            return;
        _askedAt = clock.GetUtcNow();
        _keyUnknown = true;
        EidBrokerLog.UnknownKey(log, broker.Authority!);
    }

    private bool IsDue() => _keyUnknown || (clock.GetUtcNow() - _fetchedAt > FreshFor && clock.GetUtcNow() - _triedAt > BetweenAttempts);

    private async Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancel)
    {
        _triedAt = clock.GetUtcNow();
        _keyUnknown = false;
        try
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(DiscoveryRules.AddressOf(broker.Authority!), documents, cancel).ConfigureAwait(false);
            DiscoveryRules.Check(found, broker.Authority!);
            if (DiscoveryRules.DropWeakKeys(found))
                EidBrokerLog.WeakKey(log, broker.Authority!);
            _fetchedAt = _triedAt;
            return _kept = found;
        }
        catch (Exception exception) when (_kept is not null && !cancel.IsCancellationRequested && clock.GetUtcNow() - _fetchedAt < UsableFor)
        {
            EidBrokerLog.DiscoveryKept(log, broker.Authority!, LoginFailures.Classify(exception).Reason);
            return _kept;
        }
    }
}
