using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using CsCheck;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>What is paid and what only looks like it.</summary>
public sealed class SaldoClassifierTests
{
    private static readonly Euro Ordered = new(96m);

    [Theory]
    [InlineData(96, 0, 0, 0, 96, KassenzeichenBalance.Open)]
    [InlineData(96, 0, 40, 0, 56, KassenzeichenBalance.Partial)]
    [InlineData(96, 0, 96, 0, 0, KassenzeichenBalance.Paid)]
    [InlineData(96, 0, 97, 0, -1, KassenzeichenBalance.Overpaid)]
    [InlineData(96, 0, 96, 96, 96, KassenzeichenBalance.Reversed)]
    [InlineData(96, 0, 192, 96, 0, KassenzeichenBalance.Paid)]
    [InlineData(96, 96, 0, 0, 0, KassenzeichenBalance.Cancelled)]
    [InlineData(96, 96, 96, 0, -96, KassenzeichenBalance.Overpaid)]
    [InlineData(96, 96, 96, 96, 0, KassenzeichenBalance.Cancelled)]
    [InlineData(96, 50, 46, 0, 0, KassenzeichenBalance.Paid)]
    [InlineData(96, 50, 0, 0, 46, KassenzeichenBalance.Open)]
    [InlineData(0, 0, 0, 0, 0, KassenzeichenBalance.Open)]
    [InlineData(96, 0, 0, 0, 101, KassenzeichenBalance.Open)]
    public void The_sums_decide(int claims, int cancellations, int receipts, int returnDebits, int saldo, KassenzeichenBalance balance) => SaldoClassifier.Classify(
        new KassenzeichenInfo { Kassenzeichen = "8142", Saldo = saldo, Claims = claims, Cancellations = cancellations, Receipts = receipts, ReturnDebits = returnDebits }, Ordered).Should().Be(balance);

    [Theory]
    [InlineData(96, null, null, KassenzeichenBalance.Open)]
    [InlineData(56, null, null, KassenzeichenBalance.Partial)]
    [InlineData(0, "INAKTIV", "KREDITKARTE", KassenzeichenBalance.Paid)]
    [InlineData(0, "INAKTIV", null, KassenzeichenBalance.Cancelled)]
    [InlineData(0, "AKTIV", "KREDITKARTE", KassenzeichenBalance.Open)]
    [InlineData(0, null, null, KassenzeichenBalance.Open)]
    [InlineData(-1, "INAKTIV", "KREDITKARTE", KassenzeichenBalance.Overpaid)]
    public void Without_sums_a_saldo_of_zero_needs_a_finished_pay_page_and_a_way_it_was_paid_by(int saldo, string? page, string? method, KassenzeichenBalance balance) => SaldoClassifier.Classify(
        new KassenzeichenInfo
        {
            Kassenzeichen = "8142",
            Saldo = saldo,
            PayPageStatus = page is null ? null : new EpayblPayPageStatus(page),
            Method = method is null ? null : new EpayblPaymentMethod(method),
        },
        Ordered).Should().Be(balance);

    [Fact]
    public void Nothing_is_paid_that_brought_no_money() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500]).Sample((claims, cancellations, receipts, returnDebits) =>
    {
        var info = new KassenzeichenInfo
        {
            Kassenzeichen = "8142",
            Claims = claims,
            Cancellations = cancellations,
            Receipts = receipts,
            ReturnDebits = returnDebits,
            Saldo = claims - cancellations - receipts + returnDebits,
        };
        var balance = SaldoClassifier.Classify(info, Ordered);
        if (balance is KassenzeichenBalance.Paid)
            (receipts - returnDebits).Should().Be(claims - cancellations).And.NotBe(0);
        if (balance is KassenzeichenBalance.Partial or KassenzeichenBalance.Open or KassenzeichenBalance.Reversed)
            (info.Saldo > 0 || claims - cancellations == 0).Should().BeTrue();
    }, iter: 20_000);
}
