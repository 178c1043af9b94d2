using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Tests.SecureMail;

/// <summary>A mail server with implicit TLS that does one thing wrong, as the test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public ScriptedServer(string name = "127.0.0.1", string usage = "1.3.6.1.5.5.7.3.1", int daysLeft = 10)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(daysLeft));
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string RootPem => _certificate.ExportCertificatePem();

    /// <summary>Close the connection after so many bytes of the mail.</summary>
    public int? CutAfter { get; init; }

    /// <summary>What is answered to a command, where it is not 250; 354 to DATA.</summary>
    public Func<string, string?> Reply { get; init; } = static _ => null;

    /// <summary>The commands that came.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>What is answered to the mail; nothing: the connection is closed.</summary>
    public string? Verdict { get; set; } = "250 2.0.0 taken for steueramt@amt.example as 4711";

    /// <summary>Runs between the final dot and the answer.</summary>
    public Func<Task> BeforeAnswer { get; init; } = () => Task.CompletedTask;

    public string Mail { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(_certificate);
            await AnswerAsync(tls, client);
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client has turned away, which is what most tests want.
        }
    }

    private async Task AnswerAsync(SslStream tls, TcpClient client)
    {
        using var reader = new StreamReader(tls, Encoding.Latin1);
        await SayAsync(tls, "220 scripted");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            await SayAsync(tls, Reply(line) ?? (line == "DATA" ? "354 go" : "250 OK"));
            if (line == "DATA" && !await TakeAsync(tls, reader, client))
                return;
        }
    }

    private async Task<bool> TakeAsync(SslStream tls, StreamReader reader, TcpClient client)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is var line && line != ".")
        {
            // Without the dot there is no mail.
            if (line is null)
                return false;
            mail.AppendLine(line);
            if (mail.Length > CutAfter)
            {
                client.Client.Close(0);
                return false;
            }
        }

        Mail = mail.ToString();
        await BeforeAnswer();
        if (Verdict is null)
            client.Client.Close(0);
        else
            await SayAsync(tls, Verdict);
        return Verdict is not null;
    }

    private static async Task SayAsync(SslStream tls, string line) => await tls.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
