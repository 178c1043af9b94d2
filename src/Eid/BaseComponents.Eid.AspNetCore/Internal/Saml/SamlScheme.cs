using BaseComponents.Eid.Saml;
using BaseComponents.Shared;
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
        if (Volatile.Read(ref _parties) is { Files.AreUnchanged: true } ready)
            return ready;
        lock (_making)
        {
            if (_parties is { Files.AreUnchanged: false } old)
                _parties = Renewed(old);
            return _parties ??= Make(_settings.Current);
        }
    }

    public override void Dispose()
    {
        _subscription?.Dispose();
        _parties?.Dispose();
    }

    // A file that is being written, or is broken: log-ins go on with the last good one, the next one looks again, and the health check eid:settings says it.
    private SamlParties Renewed(SamlParties old)
    {
        try
        {
            return Make(_settings.Current);
        }
        catch (CertificateSourceException)
        {
            return old;
        }
    }

    private SamlParties Make(TOptions options)
    {
        _remark(options);
        // Looked at before it is read: what is replaced in between is read again.
        var files = CertificateFiles.Of(options);
        return new(options, _profile(options), SamlConfiguration.ServiceProvider(Name, options), SamlConfiguration.IdentityProvider(options.IdentityProvider, _clock), files, _clock);
    }
}
