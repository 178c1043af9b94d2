using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Bulk;

/// <summary>A download that is being registered.</summary>
public sealed class BulkDeliveryBuilder
{
    internal BulkDeliveryBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClientBuilder, IHttpClientBuilder tokenClientBuilder)
    {
        Name = name;
        Services = services;
        HttpClientBuilder = httpClientBuilder;
        TokenClientBuilder = tokenClientBuilder;
    }

    /// <summary>Name of the registration; empty for the unnamed one.</summary>
    public string Name { get; }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The client that fetches the pages, to add handlers to.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>The client that fetches tokens, to add handlers to.</summary>
    public IHttpClientBuilder TokenClientBuilder { get; }
}
