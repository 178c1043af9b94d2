using Microsoft.AspNetCore.HttpOverrides;

namespace DogLicence.Hosting;

/// <summary>Believes what the configured proxies say about the browser: its address, by which forms are counted, and whether it came over https. The host stays that of the request.</summary>
public static class ProxyHeaders
{
    public static void UseProxyHeaders(this IApplicationBuilder app, ClusterOptions cluster)
    {
        if (cluster.Proxies.Count == 0)
            return;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // Loopback is known by default: here nobody is but who is named.
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in cluster.ProxyNetworks())
            headers.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(headers);
    }
}
