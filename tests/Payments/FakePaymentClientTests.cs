using BaseComponents.Payments;
using BaseComponents.Payments.Testing;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments;

public sealed class FakePaymentClientTests
{
    private readonly FakePaymentClient _payments = new();

    [Fact]
    public async Task The_test_decides_how_a_payment_ends()
    {
        var started = await _payments.StartAsync(Orders.DogTax());
        started.Should().Match<Payment>(payment => payment.State == PaymentState.Open && payment.PayPage != null && payment.Amount == new Euro(96m));

        var paid = _payments.Move("case-1", PaymentState.Paid);

        paid.Should().Match<PaymentEvent>(moved => moved.Reference == "case-1" && moved.State == PaymentState.Paid && moved.TransactionReference != null);
        (await _payments.RefreshAsync("case-1")).Should().Match<Payment>(payment => payment.IsPaid && payment.PayPage == null);
        FluentActions.Invoking(() => _payments.Move("case-1", PaymentState.Open)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task It_repeats_refuses_and_begins_anew_as_the_real_one_does()
    {
        var first = await _payments.StartAsync(Orders.DogTax());
        (await _payments.StartAsync(Orders.DogTax())).Should().Be(first);
        var other = () => _payments.StartAsync(Orders.DogTax(amount: 97m));
        (await other.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.ReferenceReused);
        _payments.Move("case-1", PaymentState.Canceled);

        (await _payments.StartAsync(Orders.DogTax())).Attempt.Should().Be(2);

        _payments.Orders.Should().HaveCount(2);
        var invalid = () => _payments.StartAsync(Orders.DogTax() with { Purpose = "Gebühr" });
        (await invalid.Should().ThrowAsync<PaymentException>()).Which.Findings.Should().ContainSingle();
    }

    [Fact]
    public async Task It_fails_where_it_is_told_to()
    {
        var fault = new PaymentException(PaymentErrors.ServiceUnavailable, "Away.") { IsTransient = true };
        _payments.FailNext(fault);

        var start = () => _payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeSameAs(fault);
        (await start()).State.Should().Be(PaymentState.Open);
        (await _payments.FindAsync("nobody")).Should().BeNull();
    }
}
