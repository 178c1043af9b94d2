namespace BaseComponents.Eid.AspNetCore;

/// <summary>Names used where the application gives none.</summary>
public static class EidDefaults
{
    /// <summary>The scheme of <see cref="EidBrokerExtensions.AddEidBroker(Microsoft.AspNetCore.Authentication.AuthenticationBuilder, Microsoft.Extensions.Configuration.IConfigurationSection)"/>.</summary>
    public const string BrokerScheme = "EidBroker";

    /// <summary>The scheme of <see cref="EidSamlExtensions.AddBundId(Microsoft.AspNetCore.Authentication.AuthenticationBuilder, Microsoft.Extensions.Configuration.IConfigurationSection)"/>.</summary>
    public const string BundIdScheme = "BundId";

    /// <summary>The scheme of <see cref="EidSamlExtensions.AddUnternehmenskonto(Microsoft.AspNetCore.Authentication.AuthenticationBuilder, Microsoft.Extensions.Configuration.IConfigurationSection)"/>.</summary>
    public const string UnternehmenskontoScheme = "Unternehmenskonto";

    /// <summary>The scheme of <see cref="EidServerExtensions.AddEidServer(Microsoft.AspNetCore.Authentication.AuthenticationBuilder, Microsoft.Extensions.Configuration.IConfigurationSection, Action{Microsoft.Extensions.DependencyInjection.IHttpClientBuilder})"/>.</summary>
    public const string EidServerScheme = "EidServer";

    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of log-ins. That of the calls of eID-Servers is <see cref="EidServer.EidServerDefaults.ActivitySourceName"/>.</summary>
    public const string ActivitySourceName = "BaseComponents.Eid.AspNetCore";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of log-ins. That of the calls of eID-Servers is <see cref="EidServer.EidServerDefaults.MeterName"/>.</summary>
    public const string MeterName = "BaseComponents.Eid.AspNetCore";

    /// <summary>The log category of the audit events 1101 to 1103: that somebody logged in, where and how, and never who.</summary>
    public const string AuditCategory = "BaseComponents.Audit.Eid";
}
