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
}
