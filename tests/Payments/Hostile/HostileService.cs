using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Payments.Hostile;

/// <summary>A payment service behind a real connection. It is good until it is told otherwise.</summary>
internal sealed class HostileService : IAsyncDisposable
{
    public const string Elsewhere = "/elsewhere";

    // Making a key takes longer than most of these tests.
    private static readonly Lazy<byte[]> _key = new(MakeKey);
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = Certificate("127.0.0.1");
    private readonly Spoken _spoken;
    private JsonObject? _ordered;

    private HostileService(Spoken spoken)
    {
        _spoken = spoken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate));
            kestrel.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public Uri Address => new(_app.Urls.Single() + "/x/");

    public string AnchorPem => _certificate.ExportCertificatePem();

    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<HttpContext, GoodAnswer, Task>? Instead { get; set; }

    public static async Task<HostileService> StartAsync(Spoken spoken)
    {
        var service = new HostileService(spoken);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>A certificate and its key, valid for years before and after.</summary>
    public static X509Certificate2 Certificate(string address)
    {
        using var key = RSA.Create();
        key.ImportPkcs8PrivateKey(_key.Value, out _);
        var request = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static byte[] MakeKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKey();
    }

    private async Task ServeAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.Path);
        using var reader = new StreamReader(context.Request.Body);
        var request = await reader.ReadToEndAsync(context.RequestAborted);
        if (_spoken is Spoken.XBezahldienste && request.Length > 0)
            _ordered = JsonNode.Parse(request)!.AsObject();
        var good = GoodAnswer.To(_spoken, request, _ordered);
        try
        {
            await (Instead ?? GoodAsync)(context, good);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // The client has had enough.
        }
    }

    private static Task GoodAsync(HttpContext context, GoodAnswer good)
    {
        context.Response.ContentType = good.Type;
        return context.Response.WriteAsync(good.Text);
    }
}
