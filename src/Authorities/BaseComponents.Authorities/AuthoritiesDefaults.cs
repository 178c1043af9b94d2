namespace BaseComponents.Authorities;

/// <summary>The names under which the component traces, measures and records; see docs/operations.md.</summary>
public static class AuthoritiesDefaults
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of the component.</summary>
    public const string ActivitySourceName = "BaseComponents.Authorities";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of the component.</summary>
    public const string MeterName = "BaseComponents.Authorities";

    /// <summary>The log category of the audit events 3101 and 3102: which data came into use, and what persons have confirmed in them.</summary>
    public const string AuditCategory = "BaseComponents.Audit.Authorities";
}
