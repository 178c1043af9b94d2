using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Settings of one log-in as they were last found right. Every request asks for them: a mistake in those of one town must not end the sessions of all.</summary>
internal sealed class LastGoodSettings<TOptions>
    where TOptions : class
{
    private readonly IOptionsMonitor<TOptions> _settings;
    private readonly string _scheme;
    private TOptions? _current;

    public LastGoodSettings(IOptionsMonitor<TOptions> settings, string scheme)
    {
        (_settings, _scheme) = (settings, scheme);
        // Nothing is said about settings that do not pass their checks. Both live as long as the application.
        settings.OnChange((changed, name) =>
        {
            if (name == scheme)
                Volatile.Write(ref _current, changed);
        });
    }

    public TOptions Current => Volatile.Read(ref _current) ?? (_current = _settings.Get(_scheme));
}
