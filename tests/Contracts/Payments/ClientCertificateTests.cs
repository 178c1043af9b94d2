using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>Who the service lets in, and what a client hears that it does not let in.</summary>
public sealed class ClientCertificateTests : SandboxAndApplication
{
    [Fact]
    public async Task A_request_without_certificate_is_forbidden()
    {
        using var answer = await AskAsync(certificate: null);

        await AssertForbiddenAsync(answer);
    }

    [Fact]
    public async Task A_foreign_certificate_is_forbidden()
    {
        using var foreign = Foreign();
        using var answer = await AskAsync(foreign);

        await AssertForbiddenAsync(answer);
    }

    [Fact]
    public async Task The_client_says_that_it_is_not_let_in()
    {
        using var foreign = Foreign();
        await using var stranger = await NewInstanceAsync(settings => settings["BaseComponents:Payments:ClientCertificatePem"] =
            $"{foreign.ExportCertificatePem()}\n{foreign.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");

        var act = () => stranger.Payments.StartAsync(Orders.DogTax("case-1"));

        (await act.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new
        {
            Code = PaymentErrors.AccessDenied,
            IsTransient = false,
            FunctionalCode = PaymentFunctionalCode.Forbidden,
        });
        (await LedgerAsync()).Should().BeEmpty();
    }

    private static X509Certificate2 Foreign()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Fremder Dienst", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task AssertForbiddenAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"FORBIDDEN\"");
    }

    private async Task<HttpResponseMessage> AskAsync(X509Certificate2? certificate)
    {
        var settings = Sandbox.Configuration.GetSection("BaseComponents:Payments");
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(settings["TrustAnchorsPem"]) },
        };
        if (certificate is not null)
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContextOf(certificate);
        using var http = new HttpClient(handler);
        return await http.GetAsync(new Uri($"{settings["BaseAddress"]}status/{settings["OriginatorId"]}/{settings["EndPointId"]}"));
    }

    // Presented whatever issuers the server names.
    private static System.Net.Security.SslStreamCertificateContext SslStreamCertificateContextOf(X509Certificate2 certificate) =>
        System.Net.Security.SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
}
