using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments;

public sealed class KassenzeichenTests
{
    private static readonly Gen<string> _any = Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z'], Gen.Char['a', 'z']).Array[2, 30].Select(signs => new string(signs));
    private static readonly Gen<string> _digits = Gen.Char['0', '9'].Array[1, 29].Select(signs => new string(signs));

    [Theory]
    [InlineData("4200000000061", "4200000000061")]
    [InlineData("12", "12")]
    [InlineData("aB3", "aB3")]
    [InlineData(" 4200 0000 0006 1 ", "4200000000061")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Right_ones_are_read(string text, string value) => Kassenzeichen.Parse(text).ToString().Should().Be(value);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData(" 1 ")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("12/3")]
    [InlineData("1.2")]
    [InlineData("12\n")]
    [InlineData("ÄB")]
    [InlineData("١٢٣")]
    public void What_is_none_is_refused(string text)
    {
        Kassenzeichen.TryParse(text, out var kassenzeichen).Should().BeFalse();
        kassenzeichen.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => Kassenzeichen.Parse(text)).Should().Throw<FormatException>().WithMessage("*2 to 30*");
    }

    [Fact]
    public void What_is_written_reads_back() => _any.Sample(text =>
    {
        var kassenzeichen = Kassenzeichen.Parse(text);
        kassenzeichen.ToString().Should().Be(text);
        Kassenzeichen.Parse(kassenzeichen.ToString("P", null)).Should().Be(kassenzeichen);
        Generic<Kassenzeichen>(text).Should().Be(kassenzeichen);
    });

    [Fact]
    public void Nothing_makes_the_reader_throw() => Gen.OneOf(Nasty.Text, Nasty.Damaged(_any)).Sample(text =>
    {
        if (Kassenzeichen.TryParse(text, out var kassenzeichen))
            kassenzeichen.ToString().Should().MatchRegex("^[A-Za-z0-9]{2,30}$");
        KassenzeichenCheckDigits.Hkr.IsValid(kassenzeichen);
        KassenzeichenCheckDigits.None.IsValid(kassenzeichen).Should().Be(!kassenzeichen.IsEmpty);
    }, iter: 20_000);

    [Theory]
    [InlineData("12345678901", '9')]
    [InlineData("00000000000", '0')]
    [InlineData("11111111111", '7')]
    [InlineData("98765432109", '8')]
    [InlineData("5812345", '7')]
    [InlineData("420000000006", '2')]
    public void Hkr_by_its_vectors(string number, char digit)
    {
        var complete = KassenzeichenCheckDigits.Hkr.Complete(number);
        complete.ToString().Should().Be(number + digit);
        KassenzeichenCheckDigits.Hkr.IsValid(complete).Should().BeTrue();
    }

    [Fact]
    public void The_example_of_another_operator_does_not_keep_hkr() => KassenzeichenCheckDigits.Hkr.IsValid(Kassenzeichen.Parse("4200000000061")).Should().BeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("12A4")]
    [InlineData("12 34")]
    [InlineData("١٢٣")]
    [InlineData("123456789012345678901234567890")]
    public void Hkr_counts_digits_alone(string number) => FluentActions.Invoking(() => KassenzeichenCheckDigits.Hkr.Complete(number)).Should().Throw<FormatException>();

    [Fact]
    public void Hkr_finds_every_wrong_digit() => Nasty.WithOneWrongSign(_digits.Select(number => KassenzeichenCheckDigits.Hkr.Complete(number).ToString())).Sample(pair =>
    {
        KassenzeichenCheckDigits.Hkr.IsValid(Kassenzeichen.Parse(pair.Right)).Should().BeTrue();
        KassenzeichenCheckDigits.Hkr.IsValid(Kassenzeichen.Parse(pair.Wrong)).Should().BeFalse(pair.Right);
    }, iter: 20_000);

    [Fact]
    public void Without_a_rule_every_Kassenzeichen_is_right() => _any.Sample(text => KassenzeichenCheckDigits.None.Complete(text).Should().Be(Kassenzeichen.Parse(text)));

    [Fact]
    public void A_rule_of_ones_own_is_a_class()
    {
        var rule = new SumOfDigits();
        rule.IsValid(rule.Complete("1234")).Should().BeTrue();
        rule.IsValid(Kassenzeichen.Parse("12349")).Should().BeFalse();
    }

    private static T Generic<T>(string text)
        where T : ISpanParsable<T> => T.Parse(text.AsSpan(), CultureInfo.InvariantCulture);

    private sealed class SumOfDigits : IKassenzeichenCheckDigit
    {
        public Kassenzeichen Complete(string number) => Kassenzeichen.Parse($"{number}{number.Sum(digit => digit - '0') % 10}");

        public bool IsValid(Kassenzeichen kassenzeichen) => Complete(kassenzeichen.ToString()[..^1]) == kassenzeichen;
    }
}
