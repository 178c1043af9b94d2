using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Payments;

/// <summary>The real connection: which certificate is shown, whom is trusted, what is followed and what is repeated.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _shown = new();
    private readonly X509Certificate2 _server = Certificate("127.0.0.1", "1.3.6.1.5.5.7.3.1");
    private readonly X509Certificate2 _client = Certificate("client.example", "1.3.6.1.5.5.7.3.2");
    private WebApplication _service = null!;

    private bool _closes;
    private int _status = StatusCodes.Status503ServiceUnavailable;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = _server,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = static (_, _, _) => true,
        })));
        _service = builder.Build();
        _service.Run(context =>
        {
            _requests.Enqueue($"{context.Request.Method} {context.Request.Path.Value!.Split('/')[1]} {context.Connection.ClientCertificate!.Thumbprint == _client.Thumbprint}");
            _shown.Enqueue(context.Connection.ClientCertificate.Thumbprint);
            context.Response.StatusCode = _status;
            context.Response.Headers.Connection = _closes ? "close" : "keep-alive";
            context.Response.Headers.Location = "/elsewhere";
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        await _service.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _server.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task A_create_is_sent_once_with_the_client_certificate_and_a_look_is_repeated()
    {
        using var host = Application(_server.ExportCertificatePem());
        var payments = host.Services.GetRequiredService<IPaymentClient>();

        (await FaultAsync(() => payments.StartAsync(Orders.DogTax()))).Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });
        _requests.Should().Equal("POST x True");
        (await FaultAsync(() => payments.RefreshAsync("case-1"))).Code.Should().Be(PaymentErrors.ServiceUnavailable);

        _requests.Skip(1).Should().HaveCountGreaterThan(1).And.AllBe("GET x True");
    }

    [Theory]
    [InlineData(StatusCodes.Status302Found)]
    [InlineData(StatusCodes.Status307TemporaryRedirect)]
    [InlineData(StatusCodes.Status308PermanentRedirect)]
    public async Task A_redirect_is_not_followed(int status)
    {
        _status = status;
        using var host = Application(_server.ExportCertificatePem());
        var payments = host.Services.GetRequiredService<IPaymentClient>();

        (await FaultAsync(() => payments.StartAsync(Orders.DogTax()))).Code.Should().Be(PaymentErrors.AccessDenied);
        (await FaultAsync(() => payments.RefreshAsync("case-1"))).Code.Should().Be(PaymentErrors.AccessDenied);

        _requests.Should().Equal("POST x True", "GET x True");
        (await payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Creating);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_is_not_trusted_gets_no_order(bool pinsAnother)
    {
        using var another = Certificate("127.0.0.1", "1.3.6.1.5.5.7.3.1");
        using var host = Application(pinsAnother ? another.ExportCertificatePem() : null);

        (await FaultAsync(() => host.Services.GetRequiredService<IPaymentClient>().StartAsync(Orders.DogTax()))).Code.Should().Be(PaymentErrors.ServiceUnavailable);

        _requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_loaded_is_said()
    {
        using var host = Application(_server.ExportCertificatePem(), "nonsense");

        var fault = await FaultAsync(() => host.Services.GetRequiredService<IPaymentClient>().StartAsync(Orders.DogTax()));

        fault.Should().BeEquivalentTo(new { Code = PaymentErrors.CertificateUnusable, IsTransient = false });
        _requests.Should().BeEmpty();
    }

    /// <summary>Certificates of operators end after two years, on a day on which nobody wants to restart.</summary>
    [Fact]
    public async Task A_file_that_was_renewed_is_used_at_the_next_connection_and_a_broken_one_is_said()
    {
        (_status, _closes) = (StatusCodes.Status200OK, true);
        using var renewed = Certificate("client.example", ForClients);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, PemOf(_client));
            using var host = Application(_server.ExportCertificatePem(), "", file);
            var payments = host.Services.GetRequiredService<IPaymentClient>();
            (await payments.GetServiceStatusAsync()).Should().Be(PaymentServiceStatus.Available);

            await File.WriteAllTextAsync(file, "half of it");
            (await FaultAsync(() => payments.GetServiceStatusAsync())).Code.Should().Be(PaymentErrors.CertificateUnusable);
            await File.WriteAllTextAsync(file, PemOf(renewed));
            (await payments.GetServiceStatusAsync()).Should().Be(PaymentServiceStatus.Available);

            _shown.Should().Equal(_client.Thumbprint, renewed.Thumbprint);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("client certificate expired on", -10, -1, ForClients, null)]
    [InlineData("client certificate is valid from", 1, 10, ForClients, null)]
    [InlineData("not made for TLS clients", -1, 10, "1.3.6.1.5.5.7.3.4", null)]
    [InlineData("must not sign", -1, 10, ForClients, X509KeyUsageFlags.KeyEncipherment)]
    public async Task A_client_certificate_that_cannot_be_used_says_why(string message, int from, int to, string purpose, X509KeyUsageFlags? usage)
    {
        using var host = Application(_server.ExportCertificatePem(), Pem(from, to, purpose, usage));

        (await FaultAsync(() => host.Services.GetRequiredService<IPaymentClient>().StartAsync(Orders.DogTax()))).Should().Match<PaymentException>(
            fault => fault.Code == PaymentErrors.CertificateUnusable && !fault.IsTransient && fault.Message.Contains(message));
        var health = await host.Services.GetRequiredService<IPaymentOperations>().CheckHealthAsync(TestContext.Current.CancellationToken);
        health.Should().Match<PaymentHealth>(found => found.ServiceStatus == PaymentServiceStatus.Denied && found.AccessProblem!.Contains(message));
        _requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ForClients, X509KeyUsageFlags.DigitalSignature)]
    [InlineData("2.5.29.37.0", null)]
    [InlineData(null, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment)]
    [InlineData(null, null)]
    public async Task A_client_certificate_that_may_be_used_is_used(string? purpose, X509KeyUsageFlags? usage)
    {
        _status = StatusCodes.Status200OK;
        using var host = Application(_server.ExportCertificatePem(), Pem(-1, 10, purpose, usage));

        var health = await host.Services.GetRequiredService<IPaymentOperations>().CheckHealthAsync(TestContext.Current.CancellationToken);

        health.Should().BeEquivalentTo(new { ServiceStatus = PaymentServiceStatus.Available, AccessProblem = (string?)null, Unresolved = 0, ReconcilerLag = TimeSpan.Zero });
        health.CertificateEnds.Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(10), TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(StatusCodes.Status200OK, PaymentServiceStatus.Available)]
    [InlineData(StatusCodes.Status403Forbidden, PaymentServiceStatus.Denied)]
    [InlineData(StatusCodes.Status404NotFound, PaymentServiceStatus.Denied)]
    [InlineData(StatusCodes.Status302Found, PaymentServiceStatus.Denied)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, PaymentServiceStatus.Unavailable)]
    [InlineData(StatusCodes.Status500InternalServerError, PaymentServiceStatus.Unavailable)]
    public async Task The_service_says_whether_it_can_be_used(int status, PaymentServiceStatus expected)
    {
        _status = status;
        using var host = Application(_server.ExportCertificatePem());

        (await host.Services.GetRequiredService<IPaymentClient>().GetServiceStatusAsync(TestContext.Current.CancellationToken)).Should().Be(expected);
    }

    [Fact]
    public async Task A_service_that_is_not_there_cannot_be_used()
    {
        using var host = Application(_server.ExportCertificatePem());
        await _service.StopAsync(TestContext.Current.CancellationToken);

        (await host.Services.GetRequiredService<IPaymentClient>().GetServiceStatusAsync(TestContext.Current.CancellationToken)).Should().Be(PaymentServiceStatus.Unavailable);
    }

    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    private static string Pem(int from, int to, string? purpose, X509KeyUsageFlags? usage)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Online-Dienst", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        if (usage is { } flags)
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
    }

    private static string PemOf(X509Certificate2 certificate) => $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}";

    private IHost Application(string? anchor, string? clientCertificate = null, string? file = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Settings.Valid(
            ("BaseAddress", $"{_service.Urls.Single()}/x/"),
            ("TrustAnchorsPem", anchor),
            ("ClientCertificatePath", file),
            ("ClientCertificatePem", clientCertificate ?? PemOf(_client))));
        builder.Services.AddPayments(builder.Configuration.GetSection(Settings.Section));
        return builder.Build();
    }

    private static async Task<PaymentException> FaultAsync(Func<Task> act) => (await act.Should().ThrowAsync<PaymentException>()).Which;

    private static X509Certificate2 Certificate(string name, string usage)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
