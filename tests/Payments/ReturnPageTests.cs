using System.Net;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Tests.Payments.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Payments;

/// <summary>The page that browsers return to: a token opens it, and the service alone says what it shows.</summary>
public sealed class ReturnPageTests : IAsyncLifetime
{
    private readonly ScriptedService _dresden = new();
    private readonly ScriptedService _leipzig = new();
    private readonly LeapingClock _clock = new();
    private WebApplication _app = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Settings.Valid(("Reconciler:Enabled", "false")));
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        foreach (var (name, service) in new[] { ("dresden", _dresden), ("leipzig", _leipzig) })
            builder.Services.AddPayments(name, builder.Configuration.GetSection(Settings.Section)).AddReturnPage().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => service);
        _app = builder.Build();
        foreach (var name in new[] { "dresden", "leipzig" })
            _app.MapPaymentReturn($"/{name}/zahlung", (payment, _, _) => Task.FromResult(Results.Text($"{name} {payment.Reference} {payment.State}")), name: name);
        await _app.StartAsync();
        _browser = _app.GetTestClient();
        await _app.Services.PaymentsOf("dresden").StartAsync(Orders.DogTax());
        await _app.Services.PaymentsOf("leipzig").StartAsync(Orders.DogTax());
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task It_asks_the_service_and_believes_no_parameter()
    {
        var link = Link("dresden");
        (await _browser.GetStringAsync(link.PathAndQuery + "?status=PAYED&amount=96")).Should().Be("dresden case-1 Open");
        _dresden.Payments[0].Status = "PAYED";

        using var answer = await _browser.GetAsync(link.PathAndQuery + "?status=FAILED");

        (await answer.Content.ReadAsStringAsync()).Should().Be("dresden case-1 Paid");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    [Fact]
    public async Task It_shows_what_is_stored_while_the_service_is_away()
    {
        _dresden.FailsLooks = true;
        (await _browser.GetStringAsync(Link("dresden").PathAndQuery)).Should().Be("dresden case-1 Open");
    }

    [Fact]
    public async Task A_token_of_another_municipality_opens_nothing() =>
        await ExpectUnknownAsync(Link("leipzig").PathAndQuery.Replace("/leipzig/", "/dresden/"));

    [Fact]
    public async Task A_changed_token_opens_nothing()
    {
        var link = Link("dresden").PathAndQuery;
        for (var position = link.LastIndexOf('/') + 1; position < link.Length; position += 7)
            await ExpectUnknownAsync(link[..position] + (link[position] == 'A' ? 'B' : 'A') + link[(position + 1)..]);
    }

    [Theory]
    [InlineData("case-1")]
    [InlineData("%01%0A")]
    [InlineData("..%2F..%2Fcase-1")]
    public async Task What_is_no_token_opens_nothing(string token) => await ExpectUnknownAsync($"/dresden/zahlung/{token}");

    [Fact]
    public async Task An_endless_token_opens_nothing() => await ExpectUnknownAsync($"/dresden/zahlung/{new string('a', 5_000)}");

    [Fact]
    public async Task A_token_for_a_payment_that_was_never_started_opens_nothing() =>
        await ExpectUnknownAsync(_app.Services.GetRequiredKeyedService<PaymentReturnLinks>("dresden").For("never").PathAndQuery);

    [Fact]
    public void The_link_shows_nothing_and_differs_each_time()
    {
        var (one, other) = (Link("dresden"), Link("dresden"));
        one.Should().NotBe(other);
        one.AbsoluteUri.Should().StartWith("http://localhost:5000/dresden/zahlung/").And.NotContain("case-1");
        one.AbsoluteUri.Length.Should().BeLessThan(2082);
    }

    private Uri Link(string name) => _app.Services.GetRequiredKeyedService<PaymentReturnLinks>(name).For("case-1");

    private async Task ExpectUnknownAsync(string path)
    {
        using var answer = await _browser.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("gehört keine Zahlung").And.NotContain("case-1");
    }
}
