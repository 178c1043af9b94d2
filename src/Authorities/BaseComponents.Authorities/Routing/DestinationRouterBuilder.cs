using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Routing;

/// <summary>A router that is being registered.</summary>
public sealed class DestinationRouterBuilder
{
    internal DestinationRouterBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClientBuilder, IHttpClientBuilder keyHttpClientBuilder)
    {
        Name = name;
        Services = services;
        HttpClientBuilder = httpClientBuilder;
        KeyHttpClientBuilder = keyHttpClientBuilder;
    }

    /// <summary>Name of the registration; empty for the unnamed one.</summary>
    public string Name { get; }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The client that asks the routing service, to add handlers to.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>The client that fetches the issuers' keys, to add handlers to.</summary>
    public IHttpClientBuilder KeyHttpClientBuilder { get; }
}
