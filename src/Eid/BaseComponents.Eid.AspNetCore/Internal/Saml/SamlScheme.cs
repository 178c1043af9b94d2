using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>One log-in over SAML by the name of its scheme.</summary>
internal abstract class SamlScheme : IDisposable
{
    public abstract string Name { get; }

    /// <summary>Where answers come in. Every request asks for it, so nothing is loaded for it.</summary>
    public abstract string CallbackPath { get; }

    /// <summary>Both sides as the settings are now.</summary>
    public abstract SamlParties Parties();

    public abstract void Dispose();
}

/// <summary>A scheme with settings of its own kind.</summary>
internal sealed class SamlScheme<TOptions> : SamlScheme
    where TOptions : EidSamlOptions
{
    private readonly LastGoodSettings<TOptions> _settings;
    private readonly Func<TOptions, SamlProfile> _profile;
    private readonly Action<TOptions> _remark;
    private readonly TimeProvider _clock;
    private readonly IDisposable? _subscription;
    private readonly Lock _making = new();
    private SamlParties? _parties;

    public SamlScheme(string name, IOptionsMonitor<TOptions> settings, Func<TOptions, SamlProfile> profile, Action<TOptions> remark, TimeProvider clock)
    {
        (Name, _settings, _profile, _remark, _clock) = (name, new LastGoodSettings<TOptions>(settings, name), profile, remark, clock);
        // The parties in use live on until nobody holds them: a log-in under way may still need their keys.
        _subscription = settings.OnChange((_, changed) =>
        {
            if (changed != name)
                return;
            // Whoever is making parties of the old settings at this moment finishes first: they must not stay.
            lock (_making)
                _parties = null;
        });
    }

    public override string Name { get; }

    public override string CallbackPath => SamlConfiguration.CallbackPath(Name, _settings.Current);

    public override SamlParties Parties()
    {
        if (Volatile.Read(ref _parties) is { } ready)
            return ready;
        lock (_making)
            return _parties ??= Make(_settings.Current);
    }

    public override void Dispose()
    {
        _subscription?.Dispose();
        _parties?.Dispose();
    }

    private SamlParties Make(TOptions options)
    {
        _remark(options);
        return new(options, _profile(options), SamlConfiguration.ServiceProvider(Name, options), SamlConfiguration.IdentityProvider(options.IdentityProvider, _clock), _clock);
    }
}
