using Microsoft.AspNetCore.DataProtection;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>One log-in by the name of its scheme, as its settings are now.</summary>
internal sealed class EidServerScheme(string name, LastGoodSettings<EidServerOptions> settings, IEidOneTimeStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private CardLogIns? _logIns;

    public string Name { get; } = name;

    public EidServerOptions Options => settings.Current;

    /// <summary>Counts for all settings, or a change of them would begin anew.</summary>
    public StartGate Gate { get; } = new(clock);

    public CardLogIns LogIns()
    {
        var current = settings.Current;
        if (Volatile.Read(ref _logIns) is { } ready && ReferenceEquals(ready.Options, current))
            return ready;
        var made = new CardLogIns(Name, current, store, protection, clock);
        Volatile.Write(ref _logIns, made);
        return made;
    }
}
