using BaseComponents.Eid.Amt24;
using BaseComponents.Eid.AspNetCore.Internal.Amt24;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Registers the reader of what Amt24's processes hand over.</summary>
public static class Amt24ExportExtensions
{
    /// <summary>An <see cref="Amt24ExportReader"/> for one form. Options that cannot be used stop the start. For several forms make a reader of each by its constructor.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Settings of <see cref="Amt24ExportOptions"/>, such as <c>BaseComponents:Eid:Amt24</c>.</param>
    public static IServiceCollection AddAmt24Export(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<Amt24ExportOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<Amt24ExportOptions>, Amt24ExportOptionsValidator>());
        services.TryAddSingleton(static provider => new Amt24ExportReader(provider.GetRequiredService<IOptions<Amt24ExportOptions>>().Value));
        return services;
    }
}
