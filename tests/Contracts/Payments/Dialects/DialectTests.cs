using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BaseComponents.Payments;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Contracts.Payments.Dialects;

/// <summary>The client with each dialect of XBezahldienste, against a service that insists on it.</summary>
public sealed class DialectTests : IAsyncLifetime
{
    private readonly List<IHost> _hosts = [];
    private readonly ShiftedClock _clock = new();
    private readonly Citizen _citizen = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = _clock });

    public async ValueTask DisposeAsync()
    {
        _citizen.Dispose();
        foreach (var host in _hosts)
            host.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [InlineData("PmPayment")]
    [InlineData("Epay21")]
    public async Task A_payment_is_started_paid_and_seen(string dialect)
    {
        var payments = Client(dialect);
        var started = await payments.StartAsync(Orders.DogTax("case-1") with { Payer = new PaymentPayer { Name = "Mustermann", FirstName = "Erika" } });
        started.State.Should().Be(PaymentState.Open);
        (await payments.GetServiceStatusAsync()).Should().Be(PaymentServiceStatus.Available);

        await _citizen.PressAsync(started.PayPage!, "Bezahlen");

        (await payments.RefreshAsync("case-1")).Should().BeEquivalentTo(new { State = PaymentState.Paid, PayPage = (Uri?)null });
        (await LedgerRow.AllAsync(_sandbox.Address)).Should().ContainSingle().Which.Status.Should().Be("PAYED");
    }

    [Theory]
    [InlineData("PmPayment")]
    [InlineData("Epay21")]
    public async Task A_lost_answer_leads_to_one_payment(string dialect)
    {
        await ArmAsync("payments.create.drop-after-commit");

        (await Client(dialect).StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        (await LedgerRow.AllAsync(_sandbox.Address)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("PmPayment")]
    [InlineData("Epay21")]
    public async Task A_wrong_secret_is_access_denied_and_creates_nothing(string dialect)
    {
        var start = () => Client(dialect, ("Credentials:Secret", "wrong")).StartAsync(Orders.DogTax("case-1"));

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.AccessDenied, IsTransient = false });
        (await LedgerRow.AllAsync(_sandbox.Address)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_that_has_ended_is_renewed()
    {
        var payments = Client("PmPayment");
        await payments.StartAsync(Orders.DogTax("case-1"));

        _clock.Forward(TimeSpan.FromMinutes(6));

        (await payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Open);
    }

    [Theory]
    [InlineData("payments.token.ends-early")]
    [InlineData("payments.token.revoked")]
    public async Task A_token_that_is_refused_is_renewed_and_nothing_is_created_twice(string fault)
    {
        await ArmAsync(fault);

        (await Client("PmPayment").StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        (await LedgerRow.AllAsync(_sandbox.Address)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_service_out_of_order_is_a_transient_fault_and_the_intent_is_kept()
    {
        var payments = Client("PmPayment");
        await ArmAsync("payments.token.error");

        var start = () => payments.StartAsync(Orders.DogTax("case-1"));

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });
        (await payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
    }

    [Fact]
    public async Task The_secret_may_go_into_the_body_of_the_token_request() =>
        (await Client("PmPayment", ("Credentials:SecretInBody", "true")).StartAsync(Orders.DogTax("case-1"))).State.Should().Be(PaymentState.Open);

    /// <summary>What the Sandbox refuses, asked by hand: the client's dialect must be what makes it work.</summary>
    [Fact]
    public async Task Without_its_dialect_the_client_is_refused_by_epay21()
    {
        var start = () => Client("Epay21", ("Dialect", "Standard")).StartAsync(Orders.DogTax("case-1") with { Payer = new PaymentPayer { Name = "Mustermann" } });

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.OrderRefused, FunctionalCode = PaymentFunctionalCode.ValidationError });
    }

    [Fact]
    public async Task Pmpayment_answers_201_and_epay21_repeats_the_pay_page()
    {
        using var http = Trusting();
        using var given = await http.PostAsync(Setting("PmPayment", "Credentials:TokenAddress"), new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", Setting("PmPayment", "Credentials:Name")), new("client_secret", Setting("PmPayment", "Credentials:Secret"))]));
        var token = (await given.Content.ReadFromJsonAsync<JsonObject>())!;
        ((string)token["token_type"]!).Should().Be("Bearer");
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)token["access_token"]!);
        using var created = await http.PostAsJsonAsync(Setting("PmPayment", "BaseAddress") + Path, Request());
        created.StatusCode.Should().Be(HttpStatusCode.Created);

        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Setting("Epay21", "Credentials:Name")}:{Setting("Epay21", "Credentials:Secret")}")));
        var page = (string)(await created.Content.ReadFromJsonAsync<JsonObject>())!["paymentInformation"]!["transactionRedirectUrl"]!;
        await _citizen.PressAsync(new Uri(page), "Bezahlen");
        var seen = (await http.GetFromJsonAsync<JsonObject>($"{Setting("Epay21", "BaseAddress")}{Path}/by-hand"))!["paymentInformation"]!;
        ((string)seen["status"]!, (string)seen["transactionRedirectUrl"]!).Should().Be(("PAYED", page));

        using var empty = await http.PostAsJsonAsync(Setting("Epay21", "BaseAddress") + Path, Request("other", "bookingData"));
        empty.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ((string)(await empty.Content.ReadFromJsonAsync<JsonObject>())!["functionalCode"]!).Should().Be("VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("PmPayment")]
    [InlineData("Epay21")]
    public async Task Nobody_gets_in_without_credentials(string dialect)
    {
        using var http = Trusting();
        foreach (var header in new[] { null, "Bearer x", "Basic", "Basic !", "Basic " + Convert.ToBase64String([0xff, (byte)':']), "Bearer " })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Setting(dialect, "BaseAddress") + "status" + Path["paymenttransaction".Length..]);
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var answer = await http.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    private static string Path => "paymenttransaction/SANDBOX-ONLINEDIENST/14612000";

    private static JsonObject Request(string id = "by-hand", string? empty = null)
    {
        var item = new JsonObject { ["id"] = "1", ["taxRate"] = 0, ["quantity"] = 1, ["totalNetAmount"] = 10, ["totalTaxAmount"] = 0, ["singleNetAmount"] = 10, ["singleTaxAmount"] = 0 };
        if (empty is not null)
            item[empty] = new JsonObject();
        return new JsonObject
        {
            ["requestId"] = id,
            ["requestTimestamp"] = "2027-01-15T12:00:00Z",
            ["currency"] = "EUR",
            ["grosAmount"] = 10,
            ["purpose"] = "Probe",
            ["redirectUrl"] = "http://localhost:5999/",
            ["items"] = new JsonArray(item),
        };
    }

    private HttpClient Trusting() => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
    });

    private string Setting(string dialect, string key) => _sandbox.Configuration[$"BaseComponents:Payments:{dialect}:{key}"]!;

    private IPaymentClient Client(string dialect, params (string Key, string? Value)[] changes)
    {
        var section = $"BaseComponents:Payments:{dialect}";
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddConfiguration(_sandbox.Configuration).AddInMemoryCollection(changes.ToDictionary(change => $"{section}:{change.Key}", change => change.Value));
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddPayments(builder.Configuration.GetSection(section));
        var host = builder.Build();
        _hosts.Add(host);
        return host.Services.GetRequiredService<IPaymentClient>();
    }

    private Task ArmAsync(string fault) => LedgerRow.ArmAsync(_sandbox.Address, fault);
}
