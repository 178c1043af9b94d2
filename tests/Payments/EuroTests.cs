using System.Globalization;
using System.Numerics;
using BaseComponents.Payments;
using CsCheck;

namespace BaseComponents.Tests.Payments;

public sealed class EuroTests
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly Gen<Euro> _amount = Gen.Long[0, 99_999_900].Select(Euro.FromCents);
    private static readonly Gen<decimal> _rate = Gen.OneOf(Gen.Const(0m), Gen.Const(5.5m), Gen.Const(7m), Gen.Const(19m));

    [Fact]
    public void What_is_written_reads_back() => Gen.Long[0, long.MaxValue].Select(Euro.FromCents).Sample(euro =>
    {
        Euro.Parse(euro.ToString(), CultureInfo.InvariantCulture).Should().Be(euro);
        Euro.Parse(euro.ToString("N2", _german), _german).Should().Be(euro);
        new Euro(euro.Amount).Should().Be(euro);
    });

    [Fact]
    public void Tax_is_rounded_once_and_half_a_cent_up() => Gen.Select(_amount, _rate).Sample((net, rate) =>
    {
        // In whole numbers, so that the reckoning shares nothing with decimal.Round.
        var thousandths = new BigInteger(rate * 10) * net.Cents;
        net.TaxAt(rate).Cents.Should().Be((long)((thousandths * 2 + 1000) / 2000));
    });

    [Fact]
    public void A_line_adds_up_and_an_order_is_the_sum_of_its_lines() =>
        Gen.Select(Gen.Long[1, 10_000].Select(Euro.FromCents), _rate, Gen.Int[1, 99]).Array[1, 99].Sample(lines =>
        {
            var order = Support.Orders.DogTax() with
            {
                Items = [.. lines.Select((line, index) => PaymentItem.FromNet($"line-{index}", line.Item1, line.Item2, line.Item3))],
            };
            order.Items.Should().OnlyContain(item => item.TotalNet == item.SingleNet * item.Quantity && item.TotalTax == item.TotalNet.TaxAt(item.TaxRate));
            order.Total.Cents.Should().Be(order.Items.Sum(item => item.TotalNet.Cents + item.TotalTax.Cents));
            order.Check().Where(finding => finding.Rule is PaymentRule.Sum).Should().BeEmpty();
        }, iter: 300);

    [Fact]
    public void A_line_from_its_gross_price_costs_exactly_that() => Gen.Select(Gen.Long[1, 99_999_900].Select(Euro.FromCents), _rate).Sample((gross, rate) =>
    {
        var item = PaymentItem.FromGross("line", gross, rate);
        item.Total.Should().Be(gross);
        (Support.Orders.DogTax() with { Items = [item] }).Check().Should().BeEmpty();
    });

    [Theory]
    [InlineData(0.55, 5.5, 3)]
    [InlineData(10, 5.5, 55)]
    [InlineData(0.50, 7, 4)]
    [InlineData(1.50, 7, 11)]
    [InlineData(0.50, 19, 10)]
    [InlineData(96, 0, 0)]
    public void Tax_by_hand(decimal net, decimal rate, long cents) => new Euro(net).TaxAt(rate).Cents.Should().Be(cents);

    [Theory]
    [InlineData("96", 9_600)]
    [InlineData(" 1.234,50 ", 123_450)]
    [InlineData("0,01", 1)]
    [InlineData("1.234", 123_400)]
    [InlineData("1.234.567,8", 123_456_780)]
    [InlineData("1234567,80", 123_456_780)]
    public void German_amounts_are_read(string text, long cents) => Euro.Parse(text, _german).Cents.Should().Be(cents);

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,005")]
    [InlineData("1e3")]
    [InlineData("12 €")]
    [InlineData("12.50")]
    [InlineData("1.23,00")]
    [InlineData("1.2345,00")]
    [InlineData("1234.567")]
    [InlineData(".100")]
    [InlineData("1..000")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_refused(string text)
    {
        Euro.TryParse(text, _german, out _).Should().BeFalse();
        FluentActions.Invoking(() => Euro.Parse(text, _german)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Nothing_becomes_a_debt_or_loses_a_part_of_a_cent()
    {
        FluentActions.Invoking(() => new Euro(-0.01m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Euro(0.005m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Euro.FromCents(1) - Euro.FromCents(2)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Euro.FromCents(long.MaxValue) + Euro.FromCents(1)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Euro.FromCents(long.MaxValue) * 2).Should().Throw<OverflowException>();
        Euro.Rounded(0.005m).Cents.Should().Be(1);
    }

    [Fact]
    public void German_readers_see_a_german_amount() => new Euro(1234.5m).ToString(null, _german).Should().Be("1.234,50 €");
}
