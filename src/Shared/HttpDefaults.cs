using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared;

/// <summary>The connection settings of one back end.</summary>
internal sealed record HttpBackEnd
{
    /// <summary>When there are any, these roots alone are trusted; otherwise those of the operating system.</summary>
    public IReadOnlyCollection<X509Certificate2> TrustAnchors { get; init; } = [];

    /// <summary>Asked at every new connection, so that a renewed certificate is used without a restart.</summary>
    public Func<X509Certificate2>? ClientCertificate { get; init; }

    /// <summary>The proxy of the administrative network; without one the operating system's settings hold.</summary>
    public Uri? Proxy { get; init; }
}

/// <summary>The primary handler of every client: pooled, without redirects, without downloads of its own.</summary>
internal static class HttpDefaults
{
    public static SocketsHttpHandler CreateHandler(HttpBackEnd backEnd)
    {
        var handler = new SocketsHttpHandler
        {
            // Connections are renewed so that changed DNS entries and certificates are seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
        };
        if (backEnd.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy);
        handler.SslOptions.CertificateChainPolicy = ChainPolicy(backEnd.TrustAnchors);
        if (backEnd.ClientCertificate is { } certificate)
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate();
        return handler;
    }

    /// <summary>Chain rules for TLS servers: pinned roots if there are any; nothing is fetched while a chain is built.</summary>
    public static X509ChainPolicy ChainPolicy(IReadOnlyCollection<X509Certificate2> anchors)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        if (anchors.Count == 0)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var anchor in anchors)
            policy.CustomTrustStore.Add(anchor);
        return policy;
    }

    /// <summary>All certificates of a PEM text.</summary>
    /// <exception cref="CertificateSourceException">The text holds no certificate.</exception>
    public static IReadOnlyCollection<X509Certificate2> TrustAnchors(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
            return [];
        var anchors = new X509Certificate2Collection();
        try
        {
            anchors.ImportFromPem(pem);
        }
        catch (System.Security.Cryptography.CryptographicException exception)
        {
            throw new CertificateSourceException("The trust anchors could not be read. They must be certificates in PEM form (BEGIN CERTIFICATE).", exception);
        }

        return anchors.Count > 0
            ? [.. anchors]
            : throw new CertificateSourceException("The trust anchors hold no certificate. They must be certificates in PEM form (BEGIN CERTIFICATE).");
    }
}
