using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>A time stamp service by HTTP that answers as the test says.</summary>
internal sealed class StampingServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public StampingServer(Func<byte[], byte[]?> answer)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/tsa");
        _listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    /// <summary>Questions that came.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        // To stop it first would give the port away, and closing asks for it once more.
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync(Func<byte[], byte[]?> answer)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Asked++;
                using var query = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(query);
                var reply = context.Request.ContentType == "application/timestamp-query" ? answer(query.ToArray()) : null;
                context.Response.StatusCode = reply is null ? 503 : 200;
                context.Response.ContentType = "application/timestamp-reply";
                if (reply is not null)
                    await context.Response.OutputStream.WriteAsync(reply);
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
