using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BaseComponents.Payments;
using BaseComponents.Tests.Contracts.Eid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Contracts.Payments.Dialects;

/// <summary>Tokens from a provider that nobody here wrote; it is also the judge of what they are good for.</summary>
public sealed class ForeignTokenTests(OidcProviderPeer peer) : IClassFixture<OidcProviderPeer>
{
    [Theory]
    [InlineData("machine-header", false)]
    [InlineData("machine-body", true)]
    public async Task A_token_is_fetched_and_is_the_right_clients(string client, bool secretInBody)
    {
        var service = await StartAsync(client, secretInBody, peer.MachineSecret);

        service.Token.Should().NotBeNullOrEmpty();
        var told = await IntrospectAsync(client, service.Token!);
        ((bool)told["active"]!, (string)told["client_id"]!, (string)told["scope"]!, (string)told["token_type"]!).Should().Be((true, client, "payments", "Bearer"));
    }

    [Theory]
    [InlineData("machine-header", false)]
    [InlineData("machine-body", true)]
    public async Task A_wrong_secret_is_access_denied_and_nothing_is_sent(string client, bool secretInBody)
    {
        var start = () => StartAsync(client, secretInBody, peer.MachineSecret + "x");

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AccessDenied);
    }

    [Fact]
    public async Task A_client_that_is_not_known_is_access_denied()
    {
        var start = () => StartAsync("nobody", secretInBody: false, peer.MachineSecret);

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AccessDenied);
    }

    private async Task<EchoService> StartAsync(string client, bool secretInBody, string secret)
    {
        if (peer.Missing is { } reason)
            Assert.Skip(reason);
        const string Section = "BaseComponents:Payments";
        var service = new EchoService();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{Section}:Environment"] = "Sandbox",
            [$"{Section}:Dialect"] = "PmPayment",
            [$"{Section}:Authentication"] = "OAuth2",
            [$"{Section}:BaseAddress"] = "https://bezahldienst.example/",
            [$"{Section}:OriginatorId"] = "online-dienst",
            [$"{Section}:EndPointId"] = "14612000",
            [$"{Section}:TrustAnchorsPem"] = peer.Tls.CertificatePem,
            [$"{Section}:Credentials:Name"] = client,
            [$"{Section}:Credentials:Secret"] = secret,
            [$"{Section}:Credentials:Scope"] = "payments",
            [$"{Section}:Credentials:TokenAddress"] = peer.TokenAddress.AbsoluteUri,
            [$"{Section}:Credentials:SecretInBody"] = $"{secretInBody}",
        });
        builder.Services.AddPayments(builder.Configuration.GetSection(Section)).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => service);
        using var host = builder.Build();
        (await host.Services.GetRequiredService<IPaymentClient>().StartAsync(Orders.DogTax("case-1"))).State.Should().Be(PaymentState.Open);
        return service;
    }

    private async Task<JsonObject> IntrospectAsync(string client, string token)
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null } });
        // By hand in both ways, as the provider documents them, not by the code under test.
        var form = new Dictionary<string, string> { ["token"] = token };
        if (client == "machine-body")
            (form["client_id"], form["client_secret"]) = (client, peer.MachineSecret);
        else
            http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{client}:{WebUtility.UrlEncode(peer.MachineSecret)}")));
        using var answer = await http.PostAsync(peer.IntrospectionAddress, new FormUrlEncodedContent(form));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Opens whatever is ordered, and keeps the token that came with it.</summary>
    private sealed class EchoService : HttpMessageHandler
    {
        public string? Token { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Token = request.Headers.Authorization is { Scheme: "Bearer" } bearer ? bearer.Parameter : null;
            var order = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var information = new JsonObject { ["transactionId"] = "T-1", ["status"] = "INITIAL", ["transactionRedirectUrl"] = "https://bezahlen.example/1" };
            return new HttpResponseMessage(HttpStatusCode.Created) { Content = JsonContent.Create(new JsonObject { ["paymentInformation"] = information, ["paymentRequest"] = order }) };
        }
    }
}
