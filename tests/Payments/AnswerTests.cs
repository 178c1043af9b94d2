using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>What the service says is compared, and what is not its voice is not believed.</summary>
public sealed class AnswerTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public AnswerTests() => _app = TestApplication.With(_service);

    public static TheoryData<HttpStatusCode, string> ForeignAnswers { get; } = new()
    {
        { HttpStatusCode.NotFound, "<html><body>404 Not Found</body></html>" },
        { HttpStatusCode.NotFound, "{\"message\":\"no route\"}" },
        { HttpStatusCode.NotFound, "" },
        { HttpStatusCode.Gone, "" },
        { HttpStatusCode.BadRequest, "<html><body>400 No required SSL certificate was sent</body></html>" },
    };

    [Fact]
    public async Task An_empty_transaction_id_is_none_and_the_payment_is_found_by_its_key()
    {
        _service.Alter = static answer => answer["paymentInformation"]!["transactionId"] = "";
        (await _app.Payments.StartAsync(Orders.DogTax())).TransactionId.Should().BeNull();
        _service.Payments[0].Status = "PAYED";

        (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    [Theory]
    [MemberData(nameof(ForeignAnswers))]
    public async Task A_page_of_somebody_else_does_not_say_that_a_payment_is_unpaid(HttpStatusCode status, string body)
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Instead = () => Answer(status, body);
        _app.Clock.Advance(TimeSpan.FromHours(25));

        await _app.Reconciler.RunOnceAsync();
        var again = () => _app.Payments.StartAsync(Orders.DogTax());

        (await again.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AccessDenied);
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        _service.Instead = null;
        _service.Payments.Should().ContainSingle().Which.Status = "PAYED";
        (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    [Theory]
    [MemberData(nameof(ForeignAnswers))]
    public async Task A_page_of_somebody_else_does_not_refuse_an_order(HttpStatusCode status, string body)
    {
        _service.Instead = () => Answer(status, body);
        var start = () => _app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.AccessDenied, IsTransient = false });

        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Creating);
        _service.Instead = null;
        (await start()).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_not_unpaid()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "PENDING_4711";
        _app.Clock.Advance(TimeSpan.FromHours(25));

        await _app.Reconciler.RunOnceAsync();
        var again = await _app.Payments.StartAsync(Orders.DogTax());

        again.Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        _service.Payments.Should().ContainSingle().Which.Status = "PAYED";
        _app.Clock.Advance(TimeSpan.FromHours(2));
        await _app.Reconciler.RunOnceAsync();
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    [Theory]
    [InlineData("grosAmount")]
    [InlineData("currency")]
    [InlineData("requestId")]
    public async Task An_order_that_is_repeated_in_part_cannot_be_compared_and_contradicts_nothing(string missing)
    {
        _service.Alter = answer => answer["paymentRequest"]!.AsObject().Remove(missing);
        var start = () => _app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);

        _service.Alter = null;
        (await start()).State.Should().Be(PaymentState.Open);
    }

    [Fact]
    public async Task Where_no_order_must_be_repeated_its_parts_are_compared_all_the_same()
    {
        await using var app = TestApplication.With(_service, payments => payments.Services.Configure<PaymentsOptions>(payments.Name, options => options.RequireEchoedOrder = false));
        _service.Alter = static answer => answer["paymentRequest"]!.AsObject().Remove("currency");
        (await app.Payments.StartAsync(Orders.DogTax())).State.Should().Be(PaymentState.Open);
        _service.Payments[0].Difference = -0.01m;

        (await app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Mismatch);
    }

    [Fact]
    public async Task A_pay_page_that_no_store_can_keep_is_unreadable()
    {
        _service.Alter = static answer => answer["paymentInformation"]!["transactionRedirectUrl"] = "https://bezahlen.example/" + new string('ü', 1_000);

        var start = () => _app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }

    [Fact]
    public async Task An_answer_that_says_two_things_is_unreadable()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        var said = _service.Payments[0].ToJson().ToJsonString();
        _service.Instead = () => Answer(HttpStatusCode.OK, said.Replace("\"status\":\"INITIAL\"", "\"status\":\"FAILED\",\"status\":\"PAYED\"", StringComparison.Ordinal));

        var refresh = () => _app.Payments.RefreshAsync("case-1");

        (await refresh.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status)
    {
        Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "text/html"),
    };
}
