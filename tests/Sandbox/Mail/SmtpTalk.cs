using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>A conversation with the mail server, byte by byte.</summary>
internal sealed class SmtpTalk : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private Stream _stream = Stream.Null;

    public static async Task<SmtpTalk> ConnectAsync(int port)
    {
        var talk = new SmtpTalk();
        await talk._client.ConnectAsync("127.0.0.1", port);
        talk._stream = talk._client.GetStream();
        (await talk.ReplyAsync()).Should().StartWith("220 ");
        return talk;
    }

    /// <summary>As far as a client must go before it may send: greeted, under TLS, authenticated.</summary>
    public static async Task<SmtpTalk> ReadyAsync(MailServer server)
    {
        var talk = await ConnectAsync(server.Port);
        await talk.SayAsync("EHLO test.example");
        await talk.StartTlsAsync(server.Root);
        await talk.SayAsync("EHLO test.example");
        (await talk.SayAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{server.User}\0{server.Password}")))).Should().StartWith("235");
        return talk;
    }

    public async Task StartTlsAsync(X509Certificate2 root, string pipelined = "")
    {
        (await SayAsync("STARTTLS", pipelined)).Should().StartWith("220");
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "127.0.0.1",
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
        });
        _stream = tls;
    }

    public async Task<string> SayAsync(string line, string pipelined = "")
    {
        await WriteAsync(line + "\r\n" + pipelined);
        return await ReplyAsync();
    }

    public async Task WriteAsync(string text)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        await _stream.FlushAsync();
    }

    /// <summary>One reply with all its lines; empty when the server has closed the connection.</summary>
    public async Task<string> ReplyAsync()
    {
        var reply = new StringBuilder();
        while (await LineAsync() is { Length: > 0 } line)
        {
            reply.AppendLine(line);
            if (line.Length < 4 || line[3] != '-')
                break;
        }

        return reply.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task<string> LineAsync()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        try
        {
            while (await _stream.ReadAsync(one).AsTask().WaitAsync(TimeSpan.FromSeconds(10)) > 0 && one[0] != '\n')
                line.Append((char)one[0]);
        }
        catch (IOException)
        {
            return "";
        }

        return line.ToString().TrimEnd('\r');
    }
}
