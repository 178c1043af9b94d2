using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Tells the framework's handler that its settings changed, after ours have been read anew: in any other order it would take the old ones again.</summary>
internal sealed class BrokerSettingsChange : IOptionsChangeTokenSource<OpenIdConnectOptions>, IDisposable
{
    private readonly IDisposable? _subscription;
    private CancellationTokenSource _change = new();

    public BrokerSettingsChange(string scheme, IOptionsMonitor<EidBrokerOptions> settings)
    {
        Name = scheme;
        _subscription = settings.OnChange((_, name) =>
        {
            if (name == scheme)
                Interlocked.Exchange(ref _change, new CancellationTokenSource()).Cancel();
        });
    }

    public string Name { get; }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

    public void Dispose()
    {
        _subscription?.Dispose();
        _change.Dispose();
    }
}
