using System.Net.Sockets;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>The connection below TLS. Without delay: commands are small, and waiting to join them costs 40 ms at each turn.</summary>
internal static class SmtpSocket
{
    public static async Task<Socket> ConnectAsync(SmtpOptions smtp, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(smtp.Timeout);
        try
        {
            await socket.ConnectAsync(smtp.Host!, smtp.Port, limited.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception exception)
        {
            socket.Dispose();
            if (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException("The mail server did not answer in time.", exception);
            throw;
        }
    }
}
