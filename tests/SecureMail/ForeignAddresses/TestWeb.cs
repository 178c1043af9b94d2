using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BaseComponents.Tests.SecureMail.ForeignAddresses;

/// <summary>A server that answers as no honest one would: it writes what it is told, octet by octet.</summary>
internal sealed class TestWeb : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, Stream, Task> _answer;

    public TestWeb(Func<string, Stream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The first lines of the requests that came.</summary>
    public List<string> Asked { get; } = [];

    public Uri Address => new($"http://web.example:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The same without a name that must be resolved.</summary>
    public Uri LocalAddress => new($"http://127.0.0.1:{Address.Port}/");

    public static TestWeb Saying(string answer) => new((_, stream) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer)).AsTask());

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    public static string To(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = AnswerAsync(client);
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var reader = new StreamReader(client.GetStream());
                var first = await reader.ReadLineAsync() ?? "";
                lock (Asked)
                    Asked.Add(first);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // Headers.
                }

                await _answer(first, client.GetStream());
            }
            catch (IOException)
            {
                // The fetcher hung up, as it should.
            }
        }
    }
}
