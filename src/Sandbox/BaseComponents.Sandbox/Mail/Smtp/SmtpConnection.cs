using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>Lines in, replies out, and the change to TLS.</summary>
internal sealed class SmtpConnection(Stream plain) : IAsyncDisposable
{
    private Stream _stream = plain;
    private SmtpLineReader _reader = new(plain);

    public SslStream? Tls { get; private set; }

    public string TlsName => Tls is { } tls ? $"{tls.SslProtocol} {tls.NegotiatedCipherSuite}" : "none";

    public async Task<ReadOnlyMemory<byte>?> ReadLineAsync(int maxLength, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle.CancelAfter(SmtpLimits.Idle);
        try
        {
            return await _reader.ReadAsync(maxLength, idle.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpAbort("421 4.4.2 Timeout, closing the connection");
        }
    }

    public async Task ReplyAsync(string reply, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>Begins TLS. Whatever the client sent in plain text behind STARTTLS is thrown away with the old reader.</summary>
    public async Task StartTlsAsync(X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(SmtpLimits.Idle);
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                ClientCertificateRequired = false,
            },
            limited.Token);
        (Tls, _stream, _reader) = (tls, tls, new SmtpLineReader(tls));
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
