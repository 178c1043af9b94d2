using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BaseComponents.Tests.Contracts.SecureMail.Relays;

/// <summary>A server of lines on a port of the loopback interface, one conversation after the other beside the next.</summary>
internal abstract class LineServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    protected LineServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    protected abstract Task TalkAsync(StreamReader reader, Stream stream);

    protected static async Task SayAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await TalkAsync(reader, client.GetStream());
            }
            catch (IOException)
            {
                // The other side has gone.
            }
        }
    }
}
