using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities;

/// <summary>A directory that is being registered.</summary>
public sealed class AuthoritiesBuilder
{
    internal AuthoritiesBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClientBuilder)
    {
        Name = name;
        Services = services;
        HttpClientBuilder = httpClientBuilder;
    }

    /// <summary>Name of the registration; empty for the unnamed one.</summary>
    public string Name { get; }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The client that fetches deliveries and lists, to add handlers to.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }
}
