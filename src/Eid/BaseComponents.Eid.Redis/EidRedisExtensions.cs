using BaseComponents.Eid.Redis.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.Redis;

/// <summary>Registers Redis as the store that all nodes of an application share.</summary>
public static class EidRedisExtensions
{
    /// <summary>
    /// Keeps pending log-ins and used answers in Redis instead of in memory. Each operation is one atomic command. Where Redis is lost, slow or full, log-ins
    /// are refused: nothing takes its place.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Settings of <see cref="EidRedisOptions"/>, such as <c>BaseComponents:Eid:Redis</c>.</param>
    public static IServiceCollection AddEidRedisStore(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EidRedisOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EidRedisOptions>, EidRedisOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EidRedisOptions>, RedisConfigurationRule>());
        services.TryAddSingleton<RedisConnection>();
        // Not "try": a store in memory that is registered already must not stay behind it.
        services.Replace(ServiceDescriptor.Singleton<IEidOneTimeStore, RedisOneTimeStore>());
        return services;
    }
}
