using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The client of one log-in as its settings are now: made anew when they change, and when the file of its signing certificate does.</summary>
internal sealed class CurrentEidServerClient(string scheme, LastGoodSettings<EidServerOptions> settings, IHttpClientFactory clients, TimeProvider clock) : IEidServerClient
{
    private readonly Lock _making = new();
    private EidServerOptions? _madeOf;
    private CertificateSource? _signing;
    private X509Certificate2? _signedWith;
    private IEidServerClient? _client;

    public static string HttpName(string scheme) => $"BaseComponents.Eid.EidServer:{scheme}";

    public Task<EidServerStart> StartAsync(EidServerRequest request, CancellationToken cancellationToken = default) => Client().StartAsync(request, cancellationToken);

    public Task<EidServerResult> GetResultAsync(EidServerSession session, CancellationToken cancellationToken = default) => Client().GetResultAsync(session, cancellationToken);

    public Task<EidServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default) => Client().GetServerInfoAsync(cancellationToken);

    private IEidServerClient Client()
    {
        var current = settings.Current;
        lock (_making)
        {
            if (!ReferenceEquals(_madeOf, current))
                (_madeOf, _signing, _client) = (current, EidServerSettings.Source(current.SigningCertificate), null);
            var signing = Signing(_signing!);
            if (_client is null || !signing.Equals(_signedWith))
                (_client, _signedWith) = (Make(current, signing), signing);
            return _client;
        }
    }

    private IEidServerClient Make(EidServerOptions options, X509Certificate2 signing)
    {
        var http = clients.CreateClient(HttpName(scheme));
        // The client limits each of its calls itself.
        http.Timeout = Timeout.InfiniteTimeSpan;
        return EidServerClients.Create(EidServerSettings.Connection(options, signing), http, clock);
    }

    private static X509Certificate2 Signing(CertificateSource source)
    {
        try
        {
            return source.Get();
        }
        catch (CertificateSourceException exception)
        {
            throw new EidException("eid.server-certificate", $"The certificate that signs calls to the eID-Server cannot be used: {exception.Message} Correct SigningCertificate.", exception);
        }
    }
}
