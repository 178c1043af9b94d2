using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>Fetches TcTokens from applications on this machine: limited in size, time and redirects.</summary>
internal sealed class TcTokenSource : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private const int MostRedirects = 5;
    private static readonly HttpStatusCode[] _redirects = [HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.TemporaryRedirect];

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = ConnectAsync,
        // No connection leaves this machine, where certificates of development are nobody's.
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <exception cref="TcTokenException">There is none, or none that a client would take.</exception>
    public async Task<TcToken> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                using var answer = await _http.GetAsync(Checked(address), cancellationToken);
                if (!_redirects.Contains(answer.StatusCode))
                    return TcToken.Read(await TextAsync(answer, cancellationToken));
                address = answer.Headers.Location is { } location ? new Uri(address, location) : throw new TcTokenException("Eine Weiterleitung nennt kein Ziel");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new TcTokenException("Die Anwendung antwortet nicht, oder mit zu viel");
        }

        throw new TcTokenException("Die Weiterleitungen nehmen kein Ende");
    }

    public void Dispose() => _http.Dispose();

    private static Uri Checked(Uri address)
    {
        if (!ClientRules.IsAllowed(address))
            throw new TcTokenException("Ein TcToken kommt über https (auf diesem Rechner auch über http)");
        return ClientRules.IsLoopback(address) ? address : throw new TcTokenException("Die Sandbox fragt nur Anwendungen auf diesem Rechner");
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new TcTokenException($"Die Anwendung antwortet mit {(int)answer.StatusCode}");
        return answer.Content.Headers.ContentType?.MediaType is "text/xml"
            ? Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken)).TrimStart('\uFEFF')
            : throw new TcTokenException("Ein TcToken hat den Typ text/xml");
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken)).Where(IPAddress.IsLoopback).ToArray();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
