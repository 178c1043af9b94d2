using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Contracts.SecureMail.Evidence;

/// <summary>A time stamp service that is <c>openssl ts -reply</c> behind HTTP, with a root and a certificate that openssl made, and the authority's list and responder (<c>openssl ocsp</c>).</summary>
internal sealed class OpenSslTimeStamps : IAsyncDisposable
{
    public const string Policy = "1.3.6.1.4.1.99999.7";
    private readonly OpenSsl _openssl;
    private readonly HttpListener _listener = new();
    private Task _serving = Task.CompletedTask;
    private readonly string? _names;
    private int _count;

    private OpenSslTimeStamps(OpenSsl openssl, Func<Uri, string>? names)
    {
        _openssl = openssl;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _names = names?.Invoke(Address);
    }

    public Uri Address { get; }

    public string RootPem => System.IO.File.ReadAllText(_openssl.PathOf("root.pem"));

    /// <param name="openssl">The peer.</param>
    /// <param name="names">What the certificate says about its revocation, as a line of openssl's extensions.</param>
    public static async Task<OpenSslTimeStamps> StartAsync(OpenSsl openssl, Func<Uri, string>? names = null)
    {
        var service = new OpenSslTimeStamps(openssl, names);
        await service.PrepareAsync();
        service._listener.Start();
        service._serving = service.ServeAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        // To stop it first would give the port away, and closing asks for it once more.
        _listener.Close();
        await _serving;
    }

    private async Task PrepareAsync()
    {
        _openssl.File("serial", "01\n");
        _openssl.File("extensions.cnf", $"basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n{(_names is null ? "" : $"{_names}\n")}");
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
        await PublishAsync();
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
        await context.Response.OutputStream.WriteAsync(context.Request.Url!.AbsolutePath switch
        {
            "/list" => _openssl.Read("list.crl"),
            "/ocsp" => await StateAsync(query.ToArray()),
            _ => await StampAsync(query.ToArray()),
        });
        context.Response.Close();
    }

    private async Task<byte[]> StampAsync(byte[] query)
    {
        var (question, answer) = (_openssl.File($"{++_count}.tsq", query), $"{_count}.tsr");
        await _openssl.RunAsync("ts", "-reply", "-config", _openssl.PathOf("tsa.cnf"), "-queryfile", question, "-out", _openssl.PathOf(answer));
        return _openssl.Read(answer);
    }

    private async Task<byte[]> StateAsync(byte[] query)
    {
        var (question, answer) = (_openssl.File($"{++_count}.ocspq", query), $"{_count}.ocspr");
        await _openssl.RunAsync(
            "ocsp", "-index", _openssl.PathOf("index.txt"), "-CA", _openssl.PathOf("root.pem"), "-rsigner", _openssl.PathOf("root.pem"), "-rkey", _openssl.PathOf("root.key"), "-reqin", question, "-respout",
            _openssl.PathOf(answer), "-ndays", "1");
        return _openssl.Read(answer);
    }

    // What the authority knows: this certificate, as good, and none as revoked.
    private async Task PublishAsync()
    {
        var serial = (await _openssl.RunAsync("x509", "-in", _openssl.PathOf("tsa.pem"), "-noout", "-serial")).Trim().Split('=')[1];
        _openssl.File("index.txt", $"V\t{DateTime.UtcNow.AddDays(4):yyMMddHHmmss}Z\t\t{serial}\tunknown\t/CN=Time stamps\n");
        _openssl.File("list.cnf", $"[ca]\ndefault_ca = one\n[one]\ndatabase = {_openssl.PathOf("index.txt")}\ndefault_md = sha256\n");
        await _openssl.RunAsync("ca", "-config", _openssl.PathOf("list.cnf"), "-gencrl", "-cert", _openssl.PathOf("root.pem"), "-keyfile", _openssl.PathOf("root.key"), "-crldays", "3", "-out", _openssl.PathOf("list.pem"));
        await _openssl.RunAsync("crl", "-in", _openssl.PathOf("list.pem"), "-outform", "DER", "-out", _openssl.PathOf("list.crl"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
