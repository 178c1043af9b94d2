using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.SecureMail;

/// <summary>One registered sender, for further settings.</summary>
public sealed class SecureMailBuilder
{
    internal SecureMailBuilder(IServiceCollection services, string name) => (Services, Name) = (services, name);

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Name of the registration; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Changes settings in code, such as a certificate callback.</summary>
    /// <param name="configure">Runs after the configuration section has been read.</param>
    public SecureMailBuilder Configure(Action<SecureMailOptions> configure)
    {
        Services.Configure(Name, configure);
        return this;
    }
}
