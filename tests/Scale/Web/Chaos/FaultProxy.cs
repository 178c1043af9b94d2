using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Scale.Web.Chaos;

/// <summary>A line between the nodes and one server, which can become slow, be cut, or go dead while both sides believe in it.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(150);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Line, bool> _lines = new();
    private readonly int _target;
    private readonly Task _accepting;

    /// <param name="target">Port of the server on this machine.</param>
    public FaultProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where the nodes reach the server.</summary>
    public int Port { get; }

    /// <summary>How the line is now.</summary>
    public LineState State { get; private set; }

    /// <summary>How many bytes went over it, so that one sees that it was used.</summary>
    public long Bytes { get; private set; }

    /// <summary>Changes the line. What was cut or dead is reset, as by a router that has forgotten it.</summary>
    public void Turn(LineState state)
    {
        var before = State;
        State = state;
        if (state is LineState.Cut || before is LineState.Dead)
            ResetAll();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        ResetAll();
        await _accepting;
        _end.Dispose();
    }

    private void ResetAll()
    {
        foreach (var line in _lines.Keys)
            line.Reset();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(TcpClient near)
    {
        using var line = new Line(near);
        _lines[line] = true;
        try
        {
            if (State is LineState.Cut)
                line.Reset();
            await line.ConnectAsync(_target);
            await Task.WhenAny(PumpAsync(line.Near, line.Far), PumpAsync(line.Far, line.Near));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone; the other one notices by the end of its connection.
        }
        finally
        {
            _lines.TryRemove(line, out _);
        }
    }

    private async Task PumpAsync(Stream from, Stream to)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, _end.Token)) > 0)
            {
                if (State is LineState.Slow)
                    await Task.Delay(Slow, _end.Token);
                // Swallowed: whoever sent it waits for an answer that never comes.
                if (State is LineState.Dead)
                    continue;
                Bytes += read;
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // As above.
        }
    }

    private sealed class Line(TcpClient near) : IDisposable
    {
        private readonly TcpClient _far = new() { NoDelay = true };

        public Stream Near => near.GetStream();

        public Stream Far => _far.GetStream();

        public Task ConnectAsync(int port)
        {
            near.NoDelay = true;
            return _far.ConnectAsync(IPAddress.Loopback, port);
        }

        public void Reset()
        {
            near.Client?.Close(0);
            _far.Client?.Close(0);
        }

        public void Dispose()
        {
            near.Dispose();
            _far.Dispose();
        }
    }
}

/// <summary>How a line is.</summary>
internal enum LineState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Everything takes longer.</summary>
    Slow,

    /// <summary>Connections are reset, new ones as well.</summary>
    Cut,

    /// <summary>Half-open: connections stay, new ones are taken, nothing arrives.</summary>
    Dead,
}
