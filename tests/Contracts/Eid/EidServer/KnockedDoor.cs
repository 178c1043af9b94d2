using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Where an eID-Server would be: takes connections, remembers how each begins, and closes.</summary>
internal sealed class KnockedDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<byte[]> _greetings = [];
    private readonly Task _open;

    public KnockedDoor()
    {
        _listener.Start();
        _open = OpenAsync();
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/paos");

    public IReadOnlyList<byte[]> Greetings
    {
        get
        {
            lock (_greetings)
                return [.. _greetings];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _open;
        _stop.Dispose();
    }

    private async Task OpenAsync()
    {
        var begin = new byte[4096];
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptSocketAsync(_stop.Token);
                var length = await caller.ReceiveAsync(begin, _stop.Token);
                lock (_greetings)
                    _greetings.Add(begin[..length]);
            }
        }
        catch (Exception exception) when (_stop.IsCancellationRequested && exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }
}
