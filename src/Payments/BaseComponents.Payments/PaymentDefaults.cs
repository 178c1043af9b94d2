namespace BaseComponents.Payments;

/// <summary>The names under which the component traces, measures and records; see docs/operations.md.</summary>
public static class PaymentDefaults
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of the component.</summary>
    public const string ActivitySourceName = "BaseComponents.Payments";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of the component.</summary>
    public const string MeterName = "BaseComponents.Payments";

    /// <summary>The log category of the audit events 2101 to 2105: who did what, and never what it was about.</summary>
    public const string AuditCategory = "BaseComponents.Audit.Payments";
}
