using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>How many sessions at the eID-Server one process opens. Whoever comes beyond that is asked to come again, and keeps what they have entered.</summary>
public sealed class EidServerStartLimits
{
    /// <summary>For one browser within a minute: it sees status 429 beyond that.</summary>
    /// <value>6</value>
    [Range(1, 1000)]
    public int PerBrowser { get; set; } = 6;

    /// <summary>For this log-in as a whole within a minute: everybody sees status 503 beyond that.</summary>
    /// <value>3000</value>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 3000;
}
