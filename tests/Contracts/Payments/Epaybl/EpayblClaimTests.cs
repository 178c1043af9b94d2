using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>A claim from its booking to its end, over each interface.</summary>
public sealed class EpayblClaimTests : SandboxWithEpaybl
{
    public static TheoryData<string> Wires { get; } = new("rest", "soap2", "soap3");

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_claim_is_booked_paid_and_looked_up(string wire)
    {
        var client = Client(wire);
        (await client.GetStatusAsync()).IsAlive.Should().BeTrue();

        var (kassenzeichen, page) = await BookedAsync(client, List("t-1"));
        (await BalanceAsync(client, kassenzeichen)).Should().Be(KassenzeichenBalance.Open);
        (await PressAsync(page, "Bezahlen")).Should().Be(new Uri("http://localhost:5999/zurueck?token=abc"));

        var info = (await client.GetKassenzeichenAsync(kassenzeichen))!;
        info.Should().BeEquivalentTo(new { Saldo = 0m, Method = EpayblPaymentMethod.CreditCard, PayPageStatus = EpayblPayPageStatus.Finished });
        SaldoClassifier.Classify(info, new Euro(96m)).Should().Be(KassenzeichenBalance.Paid);
        (await ClaimsAsync()).Should().Equal(new Claim("t-1", 96m, "PAYED", kassenzeichen, "ePayBL"));
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task An_aborted_pay_page_is_resumed(string wire)
    {
        var client = Client(wire);
        var list = List("t-1") with { Kassenzeichen = "8142000000001" };
        var (kassenzeichen, page) = await BookedAsync(client, list);
        kassenzeichen.Should().Be("8142000000001");
        (await PressAsync(page, "Abbrechen")).Should().Be(new Uri("http://localhost:5999/abbruch"));

        var again = (await client.BookAsync(list with { TransactionNumber = "t-2", Customer = list.Customer })).Should().BeOfType<EpayblBookingOutcome.PayPageOpen>().Which;

        again.Code.Number.Should().Be(-520);
        await PressAsync(again.PayPage!, "Bezahlen");
        (await BalanceAsync(client, kassenzeichen)).Should().Be(KassenzeichenBalance.Paid);
        (await ClaimsAsync()).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_lost_answer_is_found_again_or_stays_one_that_exists(string wire)
    {
        var client = Client(wire);
        await ArmAsync("payments.create.drop-after-commit");
        (await FaultAsync(() => client.BookAsync(List("t-1")))).Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });

        (await client.BookAsync(List("t-1"))).Should().BeOfType<EpayblBookingOutcome.TransactionExists>();

        var claim = (await ClaimsAsync()).Should().ContainSingle().Which;
        var found = await client.FindTransactionAsync("t-1");
        if (wire == "rest")
            found.Should().BeOfType<EpayblTransaction.NotSupported>();
        else
            found.Should().BeOfType<EpayblTransaction.Found>().Which.Should().BeEquivalentTo(new { Kassenzeichen = claim.TransactionReference, Amount = 96m });
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task What_is_not_there_is_said(string wire)
    {
        var client = Client(wire);

        (await client.GetKassenzeichenAsync("4711")).Should().BeNull();
        if (wire != "rest")
            (await client.FindTransactionAsync("t-9")).Should().BeOfType<EpayblTransaction.NotFound>();
        var unaware = Client(wire, ("NotFoundCodes:0", "-1"));
        (await FaultAsync(() => unaware.GetKassenzeichenAsync("4711"))).Should().BeEquivalentTo(new { Code = PaymentErrors.OutcomeUnknown, ResultCode = new EpayblResultCode("-8404") });
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_stranger_is_not_let_in(string wire)
    {
        var stranger = Client(wire, ("Mandant", "M9"));

        if (wire == "rest")
            (await stranger.GetStatusAsync()).Should().BeEquivalentTo(new { IsAlive = false, Code = new EpayblResultCode("-0012") });
        (await FaultAsync(() => stranger.BookAsync(List("t-1")))).Should().BeEquivalentTo(new { Code = PaymentErrors.BackEndMisconfigured, ResultCode = new EpayblResultCode("-0012") });
        (await ClaimsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Methods_are_told_by_rest_only()
    {
        (await Client("rest").GetMethodsAsync()).Should().BeOfType<EpayblMethods.Offered>().Which.Offers.Select(offer => offer.Method.Value).Should().Equal("KREDITKARTE", "PAYPAL", "UEBERWEISUNGVOR");
        (await Client("soap3").GetMethodsAsync()).Should().BeOfType<EpayblMethods.NotSupported>();
    }

    [Fact]
    public async Task The_wrong_style_of_lists_is_a_fault_that_names_the_setting()
    {
        var client = Client("soap3", ("ListStyle", "Version2"));

        (await FaultAsync(() => client.BookAsync(List("t-1")))).Message.Should().Contain("ListStyle");
        (await ClaimsAsync()).Should().BeEmpty();
    }

    private static async Task<KassenzeichenBalance> BalanceAsync(IEpayblClient client, string kassenzeichen) =>
        SaldoClassifier.Classify((await client.GetKassenzeichenAsync(kassenzeichen))!, new Euro(96m));

    private static async Task<PaymentException> FaultAsync(Func<Task> act) => (await act.Should().ThrowAsync<PaymentException>()).Which;
}
