using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BaseComponents.Tests.SecureMail.WebKeys;

/// <summary>A proxy that leads every host it knows to itself: TLS with a certificate for those hosts, and what the test says at each path.</summary>
internal sealed class KeyProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HashSet<string> _hosts;
    private readonly X509Certificate2 _certificate;

    public KeyProxy(params string[] hosts)
    {
        (_hosts, _certificate) = ([.. hosts], Certificate(hosts));
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public string AnchorPem => _certificate.ExportCertificatePem();

    /// <summary>What is answered; nothing is 404.</summary>
    public Dictionary<string, byte[]> Keys { get; } = [];

    /// <summary>Where the next questions are sent on to.</summary>
    public string? RedirectTo { get; set; }

    /// <summary>Host and path of each question that came through, and the host of each that did not.</summary>
    public List<string> Asked { get; } = [];

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 Certificate(string[] hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Schlüsselverzeichnis", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        // The way TLS servers on every platform take it.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var host = (await FirstLineAsync(client.GetStream())).Split(' ')[1].Split(':')[0];
                if (_hosts.Contains(host))
                    await AnswerAsync(host, client.GetStream());
                else
                    await RefuseAsync(host, client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up, as it should where it trusts nobody.
            }
        }
    }

    private async Task RefuseAsync(string host, Stream stream)
    {
        Note(host);
        await stream.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
    }

    private async Task AnswerAsync(string host, Stream stream)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(_certificate);
        var path = (await FirstLineAsync(tls)).Split(' ')[1];
        Note(host + path);
        await tls.WriteAsync(Answer(path));
    }

    private byte[] Answer(string path)
    {
        if (RedirectTo is { } target)
            return Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return Keys.TryGetValue(path, out var key)
            ? [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {key.Length}\r\nConnection: close\r\n\r\n"), .. key]
            : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    }

    private void Note(string what)
    {
        lock (Asked)
            Asked.Add(what);
    }

    // Octet by octet, so that nothing of what follows is swallowed.
    private static async Task<string> FirstLineAsync(Stream stream)
    {
        var (head, one) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
            head.Append((char)one[0]);
        return head.ToString().Split("\r\n")[0] is { Length: > 0 } line ? line : throw new IOException("The client said nothing.");
    }
}
