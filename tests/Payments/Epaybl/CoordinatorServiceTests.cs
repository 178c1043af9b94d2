using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Wire;
using BaseComponents.Payments.Wire.Epaybl;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>ePayBL as the coordinator sees it: what exists, what is refused, what is not known, and where the money is.</summary>
public sealed class CoordinatorServiceTests
{
    private const string RequestId = "0123456789abcdef0123456789abcdef";
    private const string Number = "0123456789abcdef0123456789abcd";
    private static readonly Uri PayPage = new("https://bezahlen.example/p");
    private readonly FakeEpayblClient _client = new();

    [Theory]
    [InlineData(EpayblProtocol.Rest)]
    [InlineData(EpayblProtocol.Soap)]
    public async Task A_claim_is_opened(EpayblProtocol protocol)
    {
        _client.Outcome = new EpayblBookingOutcome.Created("8142", PayPage, null, "EP1");

        var seen = (await CreateAsync(protocol)).Should().BeOfType<CreateOutcome.Created>().Which.Seen;

        seen.Should().BeEquivalentTo(new { Status = WireStatus.Initial, TransactionId = "8142", TransactionReference = "8142", PayPage, Balance = KassenzeichenBalance.Open });
        _client.Booked.Single().Should().BeEquivalentTo(new { TransactionNumber = Number, DunningKey = "11000", Description = protocol is EpayblProtocol.Rest ? "Anmeldung" : null });
        _client.Booked.Single().Check().Should().BeEmpty();
        _client.Booked.Single().Customer.Should().BeEquivalentTo(new { Number = $"BC-{Number}", Name = "Onlinedienst" }, "nobody asked for the payer");
        _client.Booked.Single().Bookings.Single().Should().BeEquivalentTo(new { Text = "Hund fuer Waldi", BudgetItem = "1100.1", ObjectNumber = "7", Gross = new Euro(96m) });
    }

    [Fact]
    public async Task A_claim_that_could_never_be_looked_up_is_not_offered()
    {
        _client.Outcome = new EpayblBookingOutcome.Created(null, PayPage, null, null);

        (await ((Func<Task>)(() => CreateAsync(EpayblProtocol.Rest))).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }

    [Fact]
    public async Task In_soap_a_number_that_exists_is_looked_up()
    {
        _client.Outcome = Exists();
        _client.Transaction = new EpayblTransaction.Found("8142", 96m, "EP1");
        _client.Info = Info(saldo: 96, claims: 96);

        var seen = (await CreateAsync(EpayblProtocol.Soap)).Should().BeOfType<CreateOutcome.Created>().Which.Seen;

        seen.Should().BeEquivalentTo(new { Status = WireStatus.Initial, TransactionId = "8142", PayPage });
        seen.Echo!.GrosAmount.Should().Be(96m);
        _client.Asked.Should().Equal(Number, "8142");
    }

    [Fact]
    public async Task In_soap_a_number_that_exists_with_another_amount_is_not_offered_to_be_paid()
    {
        _client.Outcome = Exists();
        _client.Transaction = new EpayblTransaction.Found("8142", 95.99m, "EP1");

        var seen = (await CreateAsync(EpayblProtocol.Soap)).Should().BeOfType<CreateOutcome.Created>().Which.Seen;

        seen.PayPage.Should().BeNull();
        seen.Echo!.GrosAmount.Should().Be(95.99m, "the state machine compares it with the order");
    }

    [Fact]
    public async Task A_number_that_exists_and_is_not_found_stays_one_that_exists()
    {
        _client.Outcome = Exists();
        _client.Transaction = new EpayblTransaction.NotFound();

        (await CreateAsync(EpayblProtocol.Soap)).Should().BeOfType<CreateOutcome.Exists>();
        (await CreateAsync(EpayblProtocol.Rest)).Should().BeOfType<CreateOutcome.Exists>();
    }

    [Theory]
    [InlineData(EpayblProtocol.Rest)]
    [InlineData(EpayblProtocol.Soap)]
    public async Task A_pay_page_that_is_open_is_resumed(EpayblProtocol protocol)
    {
        _client.Outcome = new EpayblBookingOutcome.PayPageOpen(PayPage, new EpayblResultCode("-0520"), null);
        _client.Info = protocol is EpayblProtocol.Rest ? Info(saldo: 96) : Info(saldo: 96, claims: 96);

        var seen = (await CreateAsync(protocol, kassenzeichen: "8142")).Should().BeOfType<CreateOutcome.Created>().Which.Seen;

        seen.Should().BeEquivalentTo(new { Status = WireStatus.Initial, TransactionId = "8142", PayPage });
        seen.Echo!.GrosAmount.Should().Be(96m);
    }

    [Theory]
    [InlineData("-0506")]
    [InlineData("-0511")]
    [InlineData("-0515")]
    [InlineData("-0199")]
    public async Task What_the_service_refuses_for_certain_is_refused(string code)
    {
        _client.Fault = EpayblFaults.Refused(new EpayblResultCode(code), "EP1", Number);

        foreach (var protocol in Enum.GetValues<EpayblProtocol>())
            (await CreateAsync(protocol)).Should().BeOfType<CreateOutcome.Refused>().Which.Reason.CorrelationId.Should().Be("EP1");
    }

    [Theory]
    [InlineData("-9999", PaymentErrors.OutcomeUnknown, true)]
    [InlineData("-0777", PaymentErrors.OutcomeUnknown, true)]
    [InlineData("-0014", PaymentErrors.BackEndMisconfigured, false)]
    [InlineData("-0021", PaymentErrors.AccessDenied, false)]
    public async Task What_is_not_certain_is_never_a_refusal(string rc, string code, bool isTransient)
    {
        _client.Fault = EpayblFaults.Refused(new EpayblResultCode(rc), "EP1", Number);

        foreach (var protocol in Enum.GetValues<EpayblProtocol>())
            (await ((Func<Task>)(() => CreateAsync(protocol))).Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = code, IsTransient = isTransient });
    }

    [Theory]
    [InlineData(96, 0, 0, 0, null, "INITIAL", null, KassenzeichenBalance.Open)]
    [InlineData(0, 96, 0, 0, "INAKTIV", "PAYED", "96", KassenzeichenBalance.Paid)]
    [InlineData(0.01, 95.99, 0, 0, "INAKTIV", "PAYED", "95.99", KassenzeichenBalance.Partial)]
    [InlineData(0.01, 95.99, 0, 0, null, "INITIAL", null, KassenzeichenBalance.Partial)]
    [InlineData(-1, 97, 0, 0, "INAKTIV", "PAYED", "97", KassenzeichenBalance.Overpaid)]
    [InlineData(96, 96, 96, 0, "INAKTIV", "REVERSED", null, KassenzeichenBalance.Reversed)]
    [InlineData(0, 0, 0, 96, "INAKTIV", "CANCELED", null, KassenzeichenBalance.Cancelled)]
    public async Task The_books_become_a_state(double saldo, double receipts, double returnDebits, double cancellations, string? page, string status, string? amount, KassenzeichenBalance balance)
    {
        _client.Info = Info((decimal)saldo, claims: 96) with
        {
            Receipts = (decimal)receipts,
            ReturnDebits = (decimal)returnDebits,
            Cancellations = (decimal)cancellations,
            PayPageStatus = page is null ? null : new EpayblPayPageStatus(page),
        };

        var seen = await Service(EpayblProtocol.Soap).FindAsync(Record("8142"), default);

        seen!.Status.Should().Be(status == "REVERSED" ? WireStatus.Reversed : new WireStatus(status));
        seen.Balance.Should().Be(balance);
        if (amount is not null)
            seen.Echo!.GrosAmount.Should().Be(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(false, "INITIAL")]
    [InlineData(true, "PAYED")]
    public async Task Whether_a_finished_page_is_enough_is_a_setting(bool isEnough, string status)
    {
        _client.Info = Info(saldo: 96, claims: 96) with { PayPageStatus = EpayblPayPageStatus.Finished, Method = EpayblPaymentMethod.CreditCard };

        var seen = await Service(EpayblProtocol.Soap, isEnough).FindAsync(Record("8142"), default);

        seen!.Status.Value.Should().Be(status);
        seen.Method.Should().Be(PaymentMethod.CreditCard);
    }

    [Theory]
    [InlineData(PaymentState.Paid, true)]
    [InlineData(PaymentState.PaidLate, true)]
    [InlineData(PaymentState.Open, false)]
    public async Task In_rest_a_paid_claim_that_is_open_again_was_taken_back(PaymentState state, bool isReversed)
    {
        _client.Info = Info(saldo: 96) with { PayPageStatus = EpayblPayPageStatus.Finished, Method = EpayblPaymentMethod.CreditCard };

        var seen = await Service(EpayblProtocol.Rest).FindAsync(Record("8142") with { State = state }, default);

        seen!.Status.Should().Be(isReversed ? WireStatus.Reversed : WireStatus.Initial);
    }

    [Fact]
    public async Task Without_a_kassenzeichen_soap_asks_by_the_number_and_rest_knows_nothing()
    {
        _client.Transaction = new EpayblTransaction.Found("8142", 96m, null);
        _client.Info = Info(saldo: 0, claims: 96) with { Receipts = 96 };

        (await Service(EpayblProtocol.Soap).FindAsync(Record(null), default))!.Status.Should().Be(WireStatus.Paid);
        (await Service(EpayblProtocol.Rest).FindAsync(Record(null), default)).Should().BeNull();
        _client.Asked.Should().Equal(Number, "8142");
    }

    [Theory]
    [InlineData(EpayblProtocol.Rest)]
    [InlineData(EpayblProtocol.Soap)]
    public async Task A_kassenzeichen_that_vanished_is_not_unpaid(EpayblProtocol protocol)
    {
        _client.Info = null;

        (await ((Func<Task>)(() => Service(protocol).FindAsync(Record("8142"), default))).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }

    [Fact]
    public async Task A_payers_name_is_cut_between_characters()
    {
        _client.Outcome = new EpayblBookingOutcome.Created("8142", PayPage, null, null);
        var order = Order(null) with { Payer = new PaymentPayer { Name = new string('a', 26) + "e\u0301" + "x", FirstName = "" } };

        await Service(EpayblProtocol.Soap).CreateAsync(order, RequestId, default);

        _client.Booked.Single().Customer.Should().BeEquivalentTo(new { Name = new string('a', 26), FirstName = (string?)null });
        _client.Booked.Single().Check().Should().BeEmpty();
    }

    private Task<CreateOutcome> CreateAsync(EpayblProtocol protocol, string? kassenzeichen = null) => Service(protocol).CreateAsync(Order(kassenzeichen), RequestId, default);

    private static PaymentOrder Order(string? kassenzeichen)
    {
        var order = Orders.DogTax();
        var data = new Dictionary<string, string> { ["objektnummer"] = "7" };
        if (kassenzeichen is not null)
            data["kassenzeichen"] = kassenzeichen;
        return order with { Description = "Anmeldung", Items = [order.Items[0] with { Description = "Hund für Waldi", BookingData = data }] };
    }

    private IPaymentService Service(EpayblProtocol protocol, bool isFinishedPagePaid = false)
    {
        var settings = new EpayblOptions { Protocol = protocol, BudgetItem = "1100.1", DunningKey = "11000", FinishedPageIsPaid = isFinishedPagePaid };
        settings.Methods.Add("KREDITKARTE");
        return protocol is EpayblProtocol.Rest ? new EpayblRestService(_client, () => settings, TimeProvider.System) : new EpayblSoapService(_client, () => settings, TimeProvider.System);
    }

    private static EpayblBookingOutcome.TransactionExists Exists() => new(new EpayblResultCode("-0531"), null);

    private static KassenzeichenInfo Info(decimal saldo, decimal? claims = null) => new() { Kassenzeichen = "8142", Saldo = saldo, Claims = claims };

    private static PaymentRecord Record(string? transactionId) => new()
    {
        Tenant = "",
        Reference = "case-1",
        Attempt = 1,
        RequestId = RequestId,
        Fingerprint = "",
        Amount = new Euro(96m),
        State = PaymentState.Open,
        TransactionId = transactionId,
        CreatedAt = default,
        UpdatedAt = default,
    };

    private sealed class FakeEpayblClient : IEpayblClient
    {
        public EpayblBookingOutcome? Outcome { get; set; }

        public PaymentException? Fault { get; set; }

        public EpayblTransaction Transaction { get; set; } = new EpayblTransaction.NotSupported("");

        public KassenzeichenInfo? Info { get; set; }

        public List<EpayblBookingList> Booked { get; } = [];

        public List<string> Asked { get; } = [];

        public Task<EpayblStatus> GetStatusAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<EpayblMethods> GetMethodsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<EpayblBookingOutcome> BookAsync(EpayblBookingList list, CancellationToken cancellationToken = default)
        {
            Booked.Add(list);
            return Fault is null ? Task.FromResult(Outcome!) : throw Fault;
        }

        public Task<KassenzeichenInfo?> GetKassenzeichenAsync(string kassenzeichen, CancellationToken cancellationToken = default)
        {
            Asked.Add(kassenzeichen);
            return Task.FromResult(Info);
        }

        public Task<EpayblTransaction> FindTransactionAsync(string transactionNumber, CancellationToken cancellationToken = default)
        {
            Asked.Add(transactionNumber);
            return Task.FromResult(Transaction);
        }

        public Uri? PayPageOf(string kassenzeichen, string customerNumber, EpayblAddresses addresses) => PayPage;
    }
}
