using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Wire.Pvog;
using BaseComponents.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Pvog;

/// <summary>Adds the search service of the portal network to a directory.</summary>
public static class PvogAuthoritiesBuilderExtensions
{
    /// <summary>Lets the directory ask the service too. When it does says <see cref="AuthoritiesOptions.Precedence"/>.</summary>
    /// <param name="directory">What <c>AddAuthorities</c> returned.</param>
    /// <param name="section">Usually <c>BaseComponents:Authorities:Pvog</c>; holds <see cref="PvogOptions"/>.</param>
    public static PvogBuilder AddPvog(this AuthoritiesBuilder directory, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(section);
        var (name, services) = (directory.Name, directory.Services);
        services.AddOptions<PvogOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PvogOptions>, PvogOptionsValidator>());
        services.AddSingleton<IValidateOptions<PvogOptions>>(provider =>
            new PvogAddressValidator(name, section.Path, provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>()));
        services.AddKeyedSingleton<ILiveSource>(name, (provider, _) => PvogSource.Create(provider, name));
        return new PvogBuilder(directory, AddClient(services, name));
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(PvogCalls.ClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<PvogOptions>>().Get(name);
            return HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem), Proxy = options.Proxy });
        });
}
