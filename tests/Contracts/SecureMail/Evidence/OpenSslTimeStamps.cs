using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Contracts.SecureMail.Evidence;

/// <summary>A time stamp service that is <c>openssl ts -reply</c> behind HTTP, with a root and a certificate that openssl made.</summary>
internal sealed class OpenSslTimeStamps : IAsyncDisposable
{
    public const string Policy = "1.3.6.1.4.1.99999.7";
    private readonly OpenSsl _openssl;
    private readonly HttpListener _listener = new();
    private Task _serving = Task.CompletedTask;
    private int _count;

    private OpenSslTimeStamps(OpenSsl openssl)
    {
        _openssl = openssl;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
    }

    public Uri Address { get; }

    public string RootPem => System.IO.File.ReadAllText(_openssl.PathOf("root.pem"));

    public static async Task<OpenSslTimeStamps> StartAsync(OpenSsl openssl)
    {
        var service = new OpenSslTimeStamps(openssl);
        await service.PrepareAsync();
        service._listener.Start();
        service._serving = service.ServeAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task PrepareAsync()
    {
        _openssl.File("serial", "01\n");
        _openssl.File("extensions.cnf", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n");
        _openssl.File("tsa.cnf", $"""
            [tsa]
            default_tsa = one
            [one]
            serial = {_openssl.PathOf("serial")}
            signer_cert = {_openssl.PathOf("tsa.pem")}
            signer_key = {_openssl.PathOf("tsa.key")}
            certs = {_openssl.PathOf("root.pem")}
            signer_digest = sha256
            default_policy = {Policy}
            digests = sha256, sha384, sha512
            accuracy = secs:1
            ess_cert_id_alg = sha256

            """);
        await _openssl.RunAsync(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", _openssl.PathOf("root.key"), "-out", _openssl.PathOf("root.pem"), "-subj", "/CN=Root of time", "-days", "10", "-sha256");
        await _openssl.RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-keyout", _openssl.PathOf("tsa.key"), "-out", _openssl.PathOf("tsa.csr"), "-subj", "/CN=Time stamps", "-sha256");
        await _openssl.RunAsync(
            "x509", "-req", "-in", _openssl.PathOf("tsa.csr"), "-CA", _openssl.PathOf("root.pem"), "-CAkey", _openssl.PathOf("root.key"), "-CAcreateserial", "-out", _openssl.PathOf("tsa.pem"), "-days", "5",
            "-sha256", "-extfile", _openssl.PathOf("extensions.cnf"));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var query = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(query);
        var (question, answer) = (_openssl.File($"{++_count}.tsq", query.ToArray()), $"{_count}.tsr");
        await _openssl.RunAsync("ts", "-reply", "-config", _openssl.PathOf("tsa.cnf"), "-queryfile", question, "-out", _openssl.PathOf(answer));
        context.Response.ContentType = "application/timestamp-reply";
        await context.Response.OutputStream.WriteAsync(_openssl.Read(answer));
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
