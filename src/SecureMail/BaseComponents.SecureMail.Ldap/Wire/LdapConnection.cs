using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>
/// A connection to a server, always with TLS before anything is asked. It reads message by message and nothing ahead, so that what somebody slips in before TLS begins
/// does not count as said within it.
/// </summary>
internal sealed class LdapConnection(Socket socket, int maxOctets) : IAsyncDisposable
{
    private const int Sequence = 0x30;
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _left = maxOctets;
    private int _id;

    public static async Task<LdapConnection> OpenAsync(LdapServer server, LdapDirectoryOptions options, CancellationToken cancellationToken)
    {
        var connection = new LdapConnection(await ConnectAsync(server, cancellationToken).ConfigureAwait(false), options.MaxAnswerSize);
        try
        {
            if (!server.BeginsWithTls)
                await connection.AskForTlsAsync(cancellationToken).ConfigureAwait(false);
            await connection.BeginTlsAsync(server, options, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>Sends a request that is made with its number.</summary>
    public async Task SendAsync(Func<int, byte[]> request, CancellationToken cancellationToken) =>
        await _stream.WriteAsync(request(++_id), cancellationToken).ConfigureAwait(false);

    /// <summary>The next message that answers the last request.</summary>
    /// <exception cref="LdapFault">It answers something else, or is none.</exception>
    public async Task<LdapAnswer> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = LdapAnswer.Read(await FrameAsync(cancellationToken).ConfigureAwait(false));
            return answer.Id == _id ? answer : throw (answer.Id == 0 ? LdapFault.Unreachable() : LdapFault.Broken());
        }
        catch (AsnContentException)
        {
            throw LdapFault.Broken();
        }
    }

    private static async Task<Socket> ConnectAsync(LdapServer server, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AskForTlsAsync(CancellationToken cancellationToken)
    {
        await SendAsync(LdapRequests.StartTls, cancellationToken).ConfigureAwait(false);
        var answer = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Operation != LdapAnswer.ExtendedDone || answer.Result() != 0)
            throw LdapFault.TlsMissing();
    }

    private async Task BeginTlsAsync(LdapServer server, LdapDirectoryOptions options, CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = server.Host,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    CertificateChainPolicy = HttpDefaults.ChainPolicy(HttpDefaults.TrustAnchors(options.TrustAnchorsPem)),
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException)
        {
            throw LdapFault.TlsRefused();
        }
    }

    // LDAP is written in definite lengths (RFC 4511 section 5.1), so the head says where a message ends.
    private async Task<byte[]> FrameAsync(CancellationToken cancellationToken)
    {
        var head = new byte[6];
        await ReadAsync(head.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        var (count, length) = (0, (int)head[1]);
        if (length >= 0x80)
        {
            count = length - 0x80;
            if (count is 0 or > 4)
                throw LdapFault.Broken();
            await ReadAsync(head.AsMemory(2, count), cancellationToken).ConfigureAwait(false);
            length = Length(head.AsSpan(2, count));
        }

        if (head[0] != Sequence || length < 0 || length > _left)
            throw LdapFault.Broken();
        _left -= length;
        var frame = new byte[2 + count + length];
        head.AsSpan(0, 2 + count).CopyTo(frame);
        await ReadAsync(frame.AsMemory(2 + count), cancellationToken).ConfigureAwait(false);
        return frame;
    }

    private static int Length(ReadOnlySpan<byte> octets)
    {
        Span<byte> whole = stackalloc byte[4];
        whole.Clear();
        octets.CopyTo(whole[(4 - octets.Length)..]);
        return BinaryPrimitives.ReadInt32BigEndian(whole);
    }

    private async Task ReadAsync(Memory<byte> target, CancellationToken cancellationToken) => await _stream.ReadExactlyAsync(target, cancellationToken).ConfigureAwait(false);
}
