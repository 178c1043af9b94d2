using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The connections to one eID-Server. They are made anew when the settings change, since trust anchors and proxy belong to a connection.</summary>
internal sealed class EidServerBackEnd(LastGoodSettings<EidServerOptions> settings) : HttpMessageHandler
{
    // More would only queue up over there.
    private const int MostConnections = 64;

    private readonly Lock _making = new();
    private EidServerOptions? _madeOf;
    private HttpMessageInvoker? _connections;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Connections().SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _connections?.Dispose();
        base.Dispose(disposing);
    }

    // Those of old settings are left to calls that still use them; they close when nobody does.
    private HttpMessageInvoker Connections()
    {
        var current = settings.Current;
        lock (_making)
        {
            if (_connections is null || !ReferenceEquals(_madeOf, current))
                (_connections, _madeOf) = (new HttpMessageInvoker(Handler(current)), current);
            return _connections;
        }
    }

    private static SocketsHttpHandler Handler(EidServerOptions options)
    {
        var handler = HttpDefaults.CreateHandler(new HttpBackEnd
        {
            TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem),
            ClientCertificate = EidServerSettings.Source(options.TlsCertificate).Get,
            Proxy = options.Proxy,
        });
        handler.MaxConnectionsPerServer = MostConnections;
        return handler;
    }
}
