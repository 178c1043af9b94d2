using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Pvog;

/// <summary>A live source that is being registered.</summary>
public sealed class PvogBuilder
{
    internal PvogBuilder(AuthoritiesBuilder directory, IHttpClientBuilder httpClientBuilder) =>
        (Directory, HttpClientBuilder) = (directory, httpClientBuilder);

    /// <summary>The directory that asks it.</summary>
    public AuthoritiesBuilder Directory { get; }

    /// <summary>The client that asks the service, to add handlers to.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }
}
