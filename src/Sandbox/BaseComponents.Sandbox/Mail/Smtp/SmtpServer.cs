using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>Takes connections from an open port of the loopback interface and serves each for a limited time.</summary>
internal sealed partial class SmtpServer(Socket listener, SmtpBackEnd backEnd, ILogger<SmtpServer> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _places = new(SmtpLimits.Connections);
    private Task _accepting = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _accepting = AcceptAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        listener.Close();
        await _accepting;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _places.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        var sessions = new HashSet<Task>();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptAsync(cancellationToken);
                client.NoDelay = true;
                sessions.RemoveWhere(session => session.IsCompleted);
                sessions.Add(ServeAsync(client, cancellationToken));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The loop's condition tells a stop from a client that was gone before it was served.
            }
        }

        await Task.WhenAll(sessions);
    }

    private async Task ServeAsync(Socket client, CancellationToken stopping)
    {
        using (client)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limited.CancelAfter(SmtpLimits.Session);
            try
            {
                await using var connection = new SmtpConnection(new NetworkStream(client));
                await ConverseAsync(connection, limited.Token);
            }
            catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
            {
                ConnectionEnded(exception.GetType().Name);
            }
            catch (Exception exception)
            {
                // A defect of this server ends one connection, and is seen. Its message could repeat what the client sent.
                ConnectionFailed(exception.GetType().Name, exception.TargetSite?.Name ?? "");
            }
        }
    }

    private async Task ConverseAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            await connection.ReplyAsync("421 4.7.0 Too many connections", cancellationToken);
            return;
        }

        try
        {
            await new SmtpSession(connection, backEnd).RunAsync(cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    [LoggerMessage(5401, LogLevel.Debug, "A mail connection ended early: {Cause}")]
    private partial void ConnectionEnded(string cause);

    [LoggerMessage(5402, LogLevel.Error, "A mail connection failed by a defect of the Sandbox: {Cause} in {Method}")]
    private partial void ConnectionFailed(string cause, string method);
}
