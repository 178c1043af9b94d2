namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Counts sessions that are opened at one eID-Server within a minute. What it holds is bounded by the limit itself, and gone with the minute.</summary>
internal sealed class StartGate(TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _counting = new();
    private readonly Dictionary<string, int> _browsers = new(StringComparer.Ordinal);
    private DateTimeOffset _since;
    private int _all;

    /// <summary>How long until it counts anew.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (_counting)
                return Turn() + Minute - clock.GetUtcNow();
        }
    }

    /// <summary>Whether this browser may open a session; counted where it may.</summary>
    public StartRefusal Enter(string browser, EidServerStartLimits limits)
    {
        lock (_counting)
        {
            if (Refusal(browser, limits) is not StartRefusal.None and var refusal)
                return refusal;
            _all++;
            _browsers[browser] = _browsers.GetValueOrDefault(browser) + 1;
            return StartRefusal.None;
        }
    }

    /// <summary>Whether this browser could open one now; nothing is counted.</summary>
    public StartRefusal Ask(string browser, EidServerStartLimits limits)
    {
        lock (_counting)
            return Refusal(browser, limits);
    }

    private StartRefusal Refusal(string browser, EidServerStartLimits limits)
    {
        Turn();
        if (_browsers.GetValueOrDefault(browser) >= limits.PerBrowser)
            return StartRefusal.BrowserTooOften;
        return _all >= limits.PerMinute ? StartRefusal.TooMany : StartRefusal.None;
    }

    private DateTimeOffset Turn()
    {
        var now = clock.GetUtcNow();
        if (now - _since < Minute)
            return _since;
        _browsers.Clear();
        (_since, _all) = (now, 0);
        return _since;
    }
}
