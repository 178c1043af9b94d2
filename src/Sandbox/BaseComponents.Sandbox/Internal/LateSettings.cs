using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Settings that are made when somebody reads them: long RSA keys take seconds, and most tests never ask for them.</summary>
internal sealed class LateSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly Dictionary<string, Func<string>> _values;

    public LateSettings(IEnumerable<KeyValuePair<string, Func<string>>> values)
    {
        _values = new Dictionary<string, Func<string>>(values, StringComparer.OrdinalIgnoreCase);
        // Names without values, so that sections can be listed without a key being made.
        foreach (var name in _values.Keys)
            Data[name] = null;
    }

    public override bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        value = _values.TryGetValue(key, out var make) ? make() : null;
        return value is not null;
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
