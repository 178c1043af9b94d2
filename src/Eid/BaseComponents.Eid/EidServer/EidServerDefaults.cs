namespace BaseComponents.Eid.EidServer;

/// <summary>The names under which calls of eID-Servers are traced and measured; see docs/operations.md.</summary>
public static class EidServerDefaults
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of the calls.</summary>
    public const string ActivitySourceName = "BaseComponents.Eid";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of the calls.</summary>
    public const string MeterName = "BaseComponents.Eid";
}
