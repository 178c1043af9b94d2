using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>Tokens and passwords: fetched once, renewed when refused, kept out of everything else.</summary>
public sealed class CredentialTests : IAsyncDisposable
{
    private const string Secret = "s3cr:et/ä";
    private readonly TokenService _tokens = new();
    private readonly GuardedService _service;
    private TestApplication? _app;

    public CredentialTests() => _service = new GuardedService(_tokens);

    [Fact]
    public async Task A_token_is_fetched_once_and_used_until_it_ends()
    {
        var app = OAuth();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => app.Payments.StartAsync(Orders.DogTax($"case-{number}")))));
        _tokens.Requests.Should().ContainSingle().Which.Should().Be("Basic dienst%20a:s3cr%3Aet%2F%C3%A4 grant_type=client_credentials&scope=payments");

        app.Clock.Advance(TimeSpan.FromSeconds(271));
        await app.Payments.RefreshAsync("case-0");

        _tokens.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        var app = OAuth();
        await app.Payments.StartAsync(Orders.DogTax());
        _tokens.Valid = "";

        (await app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        _tokens.Requests.Should().HaveCount(2);

        _service.RefusesAll = true;
        var refused = () => app.Payments.RefreshAsync("case-1");
        (await refused.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AccessDenied);
        _tokens.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(401, "{}", PaymentErrors.AccessDenied, false)]
    [InlineData(400, """{"error":"invalid_client"}""", PaymentErrors.AccessDenied, false)]
    [InlineData(503, "", PaymentErrors.ServiceUnavailable, true)]
    [InlineData(302, "", PaymentErrors.ServiceUnavailable, true)]
    [InlineData(200, "<html>", PaymentErrors.AnswerUnreadable, false)]
    [InlineData(200, """{"access_token":"a","access_token":"b","token_type":"Bearer"}""", PaymentErrors.AnswerUnreadable, false)]
    [InlineData(200, """{"access_token":"a b","token_type":"Bearer"}""", PaymentErrors.AnswerUnreadable, false)]
    [InlineData(200, """{"access_token":"a","token_type":"mac"}""", PaymentErrors.AnswerUnreadable, false)]
    [InlineData(200, """{"token_type":"Bearer"}""", PaymentErrors.AnswerUnreadable, false)]
    public async Task A_token_service_that_gives_no_token_is_a_fault_and_nothing_is_sent(int status, string body, string code, bool isTransient)
    {
        _tokens.Instead = () => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        var app = OAuth();

        var start = () => app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().Match<PaymentException>(fault => fault.Code == code && fault.IsTransient == isTransient);
        _service.Inner.Bodies.Should().BeEmpty();
        (await app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Creating);
    }

    [Fact]
    public async Task The_secret_may_go_into_the_body()
    {
        await OAuth(("Credentials:SecretInBody", "true")).Payments.StartAsync(Orders.DogTax());

        _tokens.Requests.Should().ContainSingle().Which.Should().Be(" grant_type=client_credentials&scope=payments&client_id=dienst+a&client_secret=s3cr%3Aet%2F%C3%A4");
    }

    [Fact]
    public async Task Name_and_password_go_with_each_request()
    {
        _service.Accepted = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"dienst a:{Secret}"));
        var app = With(("Authentication", "Basic"));

        (await app.Payments.StartAsync(Orders.DogTax())).State.Should().Be(PaymentState.Open);
        _tokens.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task No_secret_and_no_token_is_logged()
    {
        var app = OAuth();
        await app.Payments.StartAsync(Orders.DogTax());
        _service.RefusesAll = true;
        await FluentActions.Awaiting(() => app.Payments.RefreshAsync("case-1")).Should().ThrowAsync<PaymentException>();

        var logged = string.Join('\n', app.Logged.Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"));
        logged.Should().NotBeEmpty().And.NotContain("s3cr").And.NotContain("token-1").And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString("dienst a")}:{Uri.EscapeDataString(Secret)}")));
    }

    /// <summary>One service refuses the payer's data, another one needs nothing else.</summary>
    [Theory]
    [InlineData(PaymentDialect.Standard, true)]
    [InlineData(PaymentDialect.Epaybl, true)]
    [InlineData(PaymentDialect.PmPayment, true)]
    [InlineData(PaymentDialect.Epay21, false)]
    public async Task The_payer_goes_out_where_the_dialect_takes_it(PaymentDialect dialect, bool isSent)
    {
        var app = OAuth(("Dialect", dialect.ToString()));

        await app.Payments.StartAsync(Orders.DogTax() with { Payer = new PaymentPayer { Name = "Mustermann" } });

        _service.Inner.Bodies.Should().ContainSingle().Which.Contains("requestor", StringComparison.Ordinal).Should().Be(isSent);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private TestApplication OAuth(params (string, string?)[] more) => With([("Authentication", "OAuth2"), .. more]);

    private TestApplication With(params (string Key, string? Value)[] settings)
    {
        _app = TestApplication.With(_service, payments =>
        {
            payments.Services.AddHttpClient("BaseComponents.Payments:tokens").ConfigurePrimaryHttpMessageHandler(() => _tokens);
            payments.Services.Configure<PaymentsOptions>(options => new ConfigurationBuilder().AddInMemoryCollection(
                [.. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)), new("Credentials:Name", "dienst a"), new("Credentials:Secret", Secret), new("Credentials:Scope", "payments"), new("Credentials:TokenAddress", "https://tokens.example/oauth/token")])
                .Build().Bind(options));
        });
        return _app;
    }

    /// <summary>Lets in who brings the valid token, or what is accepted in its place.</summary>
    private sealed class GuardedService(TokenService tokens) : DelegatingHandler(new ScriptedService())
    {
        public ScriptedService Inner => (ScriptedService)InnerHandler!;

        public string? Accepted { get; set; }

        public bool RefusesAll { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isLetIn = !RefusesAll && request.Headers.Authorization?.ToString() == (Accepted ?? $"Bearer {tokens.Valid}");
            return isLetIn ? base.SendAsync(request, cancellationToken) : Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized));
        }
    }

    private sealed class TokenService : HttpMessageHandler
    {
        private int _number;

        public List<string> Requests { get; } = [];

        public string Valid { get; set; } = "";

        public Func<HttpResponseMessage>? Instead { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Should().Match<HttpRequestMessage>(sent => sent.Method == HttpMethod.Post && sent.RequestUri == new Uri("https://tokens.example/oauth/token"));
            Requests.Add($"{Decoded(request.Headers.Authorization)} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            if (Instead is { } instead)
                return instead();
            Valid = $"token-{++_number}";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"access_token":"{{Valid}}","token_type":"bearer","expires_in":"300","scope":"x"}""") };
        }

        private static string Decoded(AuthenticationHeaderValue? header) =>
            header is null ? "" : $"{header.Scheme} {Encoding.UTF8.GetString(Convert.FromBase64String(header.Parameter!))}";
    }
}
