using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>A mail server that keeps every byte: below TLS as they cross the network, and above it as the relay sees them. Answers are the test's to choose.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public RecordingServer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=relay", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(10));
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string RootPem => _certificate.ExportCertificatePem();

    /// <summary>What EHLO offers beside STARTTLS.</summary>
    public string? Offer { get; set; }

    public bool OffersStartTls { get; set; } = true;

    /// <summary>The answer to one command or to the final dot (as "."), or null for the usual one; an empty answer ends the connection.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>What crossed the network, both ways.</summary>
    public MemoryStream Wire { get; } = new();

    /// <summary>What the client said, TLS taken off.</summary>
    public StringBuilder Said { get; } = new();

    /// <summary>Envelope and mail of each that was handed over whole.</summary>
    public List<RecordedMail> Mails { get; } = [];

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
            await using var wire = new RecordedStream(client.GetStream(), Wire);
            if (!await AnswerAsync(wire, isSecure: false))
                return;
            await using var tls = new SslStream(wire);
            await tls.AuthenticateAsServerAsync(_certificate);
            await AnswerAsync(tls, isSecure: true);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The client has turned away, which is what most tests want.
        }
    }

    /// <returns>Whether TLS begins.</returns>
    private async Task<bool> AnswerAsync(Stream stream, bool isSecure)
    {
        var recipients = new List<string>();
        if (!isSecure)
            await SayAsync(stream, "220 relay");
        while (await LineAsync(stream) is { } line)
        {
            if (Answer(line) is { } chosen)
            {
                if (chosen.Length == 0)
                    return false;
                await SayAsync(stream, chosen);
            }
            else if (line == "STARTTLS" && OffersStartTls)
            {
                await SayAsync(stream, "220 go");
                return true;
            }
            else if (line == "DATA")
            {
                await SayAsync(stream, "354 go");
                if (!await TakeAsync(stream, recipients))
                    return false;
            }
            else
            {
                if (line.StartsWith("RCPT", StringComparison.Ordinal))
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                await SayAsync(stream, line.StartsWith("EHLO", StringComparison.Ordinal) ? Greeting(isSecure) : line == "QUIT" ? "221 bye" : "250 OK");
            }
        }

        return false;
    }

    private string Greeting(bool isSecure)
    {
        string[] offers = [.. Offer is { } offer ? [offer] : Array.Empty<string>(), .. isSecure || !OffersStartTls ? Array.Empty<string>() : ["STARTTLS"]];
        return string.Join("\r\n", offers.Prepend("relay").Select((text, index) => $"250{(index == offers.Length ? ' ' : '-')}{text}"));
    }

    private async Task<bool> TakeAsync(Stream stream, List<string> recipients)
    {
        var mail = new StringBuilder();
        while (await LineAsync(stream) is { } line)
        {
            if (line != ".")
            {
                mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                continue;
            }

            var answer = Answer(".") ?? "250 2.0.0 queued as 4711";
            if (answer.StartsWith('2') || answer.Length == 0)
                Mails.Add(new RecordedMail([.. recipients], mail.ToString()));
            recipients.Clear();
            if (answer.Length == 0)
                return false;
            await SayAsync(stream, answer);
            return true;
        }

        return false;
    }

    // One octet at a time: what follows STARTTLS must not be read ahead.
    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var octet = new byte[1];
        while (await stream.ReadAsync(octet) == 1)
        {
            line.Add(octet[0]);
            if (octet[0] == '\n')
            {
                var text = Encoding.Latin1.GetString([.. line]);
                Said.Append(text);
                return text.TrimEnd('\r', '\n');
            }
        }

        return null;
    }

    private static async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
