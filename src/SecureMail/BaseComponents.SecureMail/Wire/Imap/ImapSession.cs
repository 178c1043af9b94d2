using System.Net.Sockets;
using BaseComponents.SecureMail.Internal.Health;
using MailKit.Security;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>A connection to the mailbox that is made anew where it was lost. One step at a time, each within the time that it may take.</summary>
internal sealed class ImapSession(ImapOptions options, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private ImapPlace? _place;

    /// <param name="step">What is to be done.</param>
    /// <param name="cancellationToken">Ends it, and the connection with it.</param>
    /// <param name="longest">How long it may take, where that is not <see cref="ImapOptions.Timeout"/>.</param>
    /// <exception cref="SecureMailException">Instead of everything that the library throws.</exception>
    public async Task<T> RunAsync<T>(Func<ImapPlace, CancellationToken, Task<T>> step, CancellationToken cancellationToken, TimeSpan? longest = null)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var place = _place is { Client.IsConnected: true, Folder.IsOpen: true } open ? open : await LimitedAsync(ConnectAsync, options.Timeout, cancellationToken).ConfigureAwait(false);
            return await LimitedAsync(token => step(place, token), longest ?? options.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ImapFault.IsKnown(exception))
        {
            Drop();
            throw ImapFault.Of(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Connects beside what is open, and goes again: nobody logs in.</summary>
    /// <returns>When the certificate of the server ends.</returns>
    /// <exception cref="SecureMailException">Instead of everything that the library throws.</exception>
    public async Task<DateTimeOffset> GreetAsync(CancellationToken cancellationToken)
    {
        using var client = new VerifiedImapClient(options, clock);
        var shown = new ShownCertificate(client);
        try
        {
            await LimitedAsync(token => SecureAsync(client, token), options.Timeout, cancellationToken).ConfigureAwait(false);
            return shown.End ?? throw new InvalidOperationException("A server was trusted that showed no certificate.");
        }
        catch (Exception exception) when (ImapFault.IsKnown(exception))
        {
            throw ImapFault.Of(exception);
        }
    }

    public ValueTask DisposeAsync()
    {
        Drop();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> step, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await step(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The mailbox's server did not answer in time.");
        }
    }

    private async Task<ImapPlace> ConnectAsync(CancellationToken cancellationToken)
    {
        Drop();
        var client = new VerifiedImapClient(options, clock);
        try
        {
            await SecureAsync(client, cancellationToken).ConfigureAwait(false);
            await client.AuthenticateAsync(options.User!, options.Password!, cancellationToken).ConfigureAwait(false);
            return _place = await ImapFolders.OpenAsync(client, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<bool> SecureAsync(VerifiedImapClient client, CancellationToken cancellationToken)
    {
        var tls = options.Security is ImapSecurity.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        // Commands are small, and waiting to join them costs 40 ms at each turn.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host!, options.Port, cancellationToken).ConfigureAwait(false);
            await client.ConnectAsync(socket, options.Host!, options.Port, tls, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (NotSupportedException)
        {
            socket.Dispose();
            throw ImapFault.TlsMissing();
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Drop()
    {
        _place?.Client.Dispose();
        _place = null;
    }
}
