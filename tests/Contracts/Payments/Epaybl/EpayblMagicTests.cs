using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>Amounts, budget items and faults that make the service misbehave, each over REST and SOAP.</summary>
public sealed class EpayblMagicTests : SandboxWithEpaybl
{
    [Theory]
    [InlineData("96.91", "Bezahlen", KassenzeichenBalance.Open, KassenzeichenBalance.Paid)]
    [InlineData("96.92", "Bezahlen", KassenzeichenBalance.Partial, KassenzeichenBalance.Partial)]
    [InlineData("96.93", "Bezahlen", KassenzeichenBalance.Open, KassenzeichenBalance.Open)]
    [InlineData("96.94", "Abbrechen", KassenzeichenBalance.Open, KassenzeichenBalance.Paid)]
    [InlineData("96.95", "Bezahlen", KassenzeichenBalance.Paid, KassenzeichenBalance.Reversed)]
    [InlineData("96.96", "Abbrechen", KassenzeichenBalance.Open, KassenzeichenBalance.Cancelled)]
    [InlineData("96.97", "Bezahlen", KassenzeichenBalance.Overpaid, KassenzeichenBalance.Overpaid)]
    public async Task The_amount_decides_where_the_money_is(string amount, string button, KassenzeichenBalance atOnce, KassenzeichenBalance later)
    {
        var soap = Client("soap3");
        var ordered = new Euro(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        var (kassenzeichen, page) = await BookedAsync(soap, List("t-1", ordered.Amount));
        await PressAsync(page, button);

        (await BalanceAsync(soap)).Should().Be(atOnce);
        (await BalanceAsync(Client("rest"))).Should().Be(atOnce);
        Clock.Forward(TimeSpan.FromSeconds(11));
        (await BalanceAsync(soap)).Should().Be(later);
        // The connector tells no return debits: money that was taken back is a claim that is open again.
        (await BalanceAsync(Client("rest"))).Should().Be(later is KassenzeichenBalance.Reversed ? KassenzeichenBalance.Open : later);

        async Task<KassenzeichenBalance> BalanceAsync(IEpayblClient client) => SaldoClassifier.Classify((await client.GetKassenzeichenAsync(kassenzeichen))!, ordered);
    }

    [Theory]
    [InlineData("rest")]
    [InlineData("soap3")]
    public async Task An_outcome_that_is_not_told_can_be_booked_all_the_same(string wire)
    {
        var client = Client(wire);

        (await FaultAsync(() => client.BookAsync(List("t-1", 96.98m)))).Should().BeEquivalentTo(new { Code = PaymentErrors.OutcomeUnknown, IsTransient = true, ResultCode = new EpayblResultCode("-9999") });
        (await client.BookAsync(List("t-1", 96.98m))).Should().BeOfType<EpayblBookingOutcome.TransactionExists>();
        await ArmAsync("payments.epaybl.internal-fault");
        (await FaultAsync(() => client.BookAsync(List("t-2")))).Code.Should().Be(PaymentErrors.OutcomeUnknown);

        (await ClaimsAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("rest")]
    [InlineData("soap2")]
    public async Task A_refusal_has_its_code(string wire)
    {
        var client = Client(wire);
        EpayblBookingList WithItem(string item) => List("t-1") with { Bookings = [new EpayblBooking { Text = "Hundesteuer", Net = new Euro(96m), BudgetItem = item }] };

        (await FaultAsync(() => client.BookAsync(WithItem("RC-9977")))).Should().BeEquivalentTo(new { Code = PaymentErrors.BackEndMisconfigured, ResultCode = new EpayblResultCode("-9977") });
        (await FaultAsync(() => client.BookAsync(List("t-1", 96.99m)))).ResultCode!.Value.Number.Should().Be(-511);
        (await FaultAsync(() => client.BookAsync(List("t-1") with { Methods = [new EpayblPaymentMethod("WERO")] }))).ResultCode!.Value.Number.Should().Be(-507);
        (await FaultAsync(() => client.BookAsync(List("t-1", 6000m)))).ResultCode!.Value.Number.Should().Be(-511);
        (await ClaimsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_soap_fault_leaves_open_what_happened_and_text_around_the_xml_does_not_matter()
    {
        var client = Client("soap3");
        await ArmAsync("payments.epaybl.soap-fault");
        (await FaultAsync(() => client.BookAsync(List("t-1")))).Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });
        await ArmAsync("payments.epaybl.junk", times: 10);

        (await client.BookAsync(List("t-1"))).Should().BeOfType<EpayblBookingOutcome.TransactionExists>();
        (await client.FindTransactionAsync("t-1")).Should().BeOfType<EpayblTransaction.Found>();
    }

    private static async Task<PaymentException> FaultAsync(Func<Task> act) => (await act.Should().ThrowAsync<PaymentException>()).Which;
}
