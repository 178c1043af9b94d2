using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace BaseComponents.Eid.Redis.Internal;

/// <summary>A configuration that cannot be read stops the start. What it says is not repeated: a password may stand in it.</summary>
internal sealed class RedisConfigurationRule : IValidateOptions<EidRedisOptions>
{
    public ValidateOptionsResult Validate(string? name, EidRedisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Configuration is null || NamesServers(options.Configuration)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Configuration of the Redis store cannot be read. It is 'host:port' and settings of StackExchange.Redis, divided by commas.");
    }

    private static bool NamesServers(string configuration)
    {
        try
        {
            return ConfigurationOptions.Parse(configuration).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
