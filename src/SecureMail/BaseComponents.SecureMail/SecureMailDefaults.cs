namespace BaseComponents.SecureMail;

/// <summary>The names under which the component traces, measures and records; see docs/operations.md.</summary>
public static class SecureMailDefaults
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of the component.</summary>
    public const string ActivitySourceName = "BaseComponents.SecureMail";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of the component.</summary>
    public const string MeterName = "BaseComponents.SecureMail";

    /// <summary>The log category of the audit events 4101 to 4108: what became of which mail, and never what it says or whom it is for.</summary>
    public const string AuditCategory = "BaseComponents.Audit.SecureMail";
}
