using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>Connections that break and services that are out of order: one payment at most, and never lost.</summary>
public sealed class LostAnswerTests : SandboxAndApplication
{
    [Theory]
    [InlineData("payments.create.drop-before-commit")]
    [InlineData("payments.create.drop-after-commit")]
    public async Task A_broken_connection_leads_to_one_payment(string fault)
    {
        await ArmAsync(fault);

        var payment = await Payments.StartAsync(Orders.DogTax("case-1"));

        var row = (await LedgerAsync()).Should().ContainSingle().Subject;
        payment.Should().BeEquivalentTo(new { State = PaymentState.Open, PayPage = new Uri(Sandbox.Address, row.PayPage), row.TransactionId, Attempt = 1 });
    }

    [Fact]
    public async Task Where_the_service_does_not_hand_it_out_the_outcome_stays_unknown_and_nothing_new_begins()
    {
        await ArmAsync("payments.create.drop-after-commit");
        await ArmAsync("payments.get.hide-request-id", times: 2);

        (await Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.OutcomeUnknown, MayBeStartedAgain = false });
        (await Payments.StartAsync(Orders.DogTax("case-1"))).State.Should().Be(PaymentState.OutcomeUnknown);
        (await Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });

        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_service_out_of_order_is_a_transient_fault_and_the_intent_is_kept()
    {
        await ArmAsync("payments.unavailable");

        var act = () => Payments.StartAsync(Orders.DogTax("case-1"));

        (await act.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });
        (await Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Creating);
        (await LedgerAsync()).Should().BeEmpty();
        (await Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_new_attempt_has_a_key_of_its_own()
    {
        var first = await Payments.StartAsync(Orders.DogTax("case-1"));
        await Citizen.PressAsync(first.PayPage!, "Abbrechen");

        await Payments.StartAsync(Orders.DogTax("case-1"));

        (await LedgerAsync()).Select(row => row.RequestId).Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }
}
