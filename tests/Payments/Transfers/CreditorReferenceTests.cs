using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class CreditorReferenceTests
{
    private static readonly Gen<string> _content = Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z']).Array[1, 21].Select(signs => new string(signs));
    private static readonly Gen<string> _right = _content.Select(content => $"RF{CheckDigitOracle.For("RF", content)}{content}");

    [Theory]
    [InlineData("4200000000061", "RF594200000000061")]
    [InlineData("123456789012", "RF03123456789012")]
    [InlineData("539007547034", "RF18539007547034")]
    [InlineData("5390 0754 7034", "RF18539007547034")]
    [InlineData("a", "RF25A")]
    public void It_is_made_out_of_the_creditors_own_reference(string content, string reference) => CreditorReference.Create(content).ToString().Should().Be(reference);

    [Fact]
    public void It_is_made_out_of_a_Kassenzeichen()
    {
        CreditorReference.Create(Kassenzeichen.Parse("4200000000061")).ToString().Should().Be("RF594200000000061");
        FluentActions.Invoking(() => CreditorReference.Create(Kassenzeichen.Parse("42ab"))).Should().Throw<FormatException>().WithMessage("*small letters*");
        FluentActions.Invoking(() => CreditorReference.Create(Kassenzeichen.Parse(new string('1', 22)))).Should().Throw<FormatException>().WithMessage("*1 to 21*");
        FluentActions.Invoking(() => CreditorReference.Create(default(Kassenzeichen))).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("RF17539007547034")]
    [InlineData("RF18")]
    [InlineData("FR18539007547034")]
    [InlineData("RF1853900754703X")]
    [InlineData("RF18539007547034123456789012")]
    [InlineData("RF18-5390-0754-7034")]
    [InlineData("RFX8539007547034")]
    public void What_is_none_is_refused(string text)
    {
        CreditorReference.TryParse(text, out var reference).Should().BeFalse();
        reference.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => CreditorReference.Parse(text)).Should().Throw<FormatException>();
    }

    [Fact]
    public void What_is_made_reads_back() => _content.Sample(content =>
    {
        var reference = CreditorReference.Create(content);
        reference.Content.Should().Be(content);
        reference.ToString()[2..4].Should().Be(CheckDigitOracle.For("RF", content));
        CreditorReference.Parse(reference.ToString("P", null)).Should().Be(reference);
        CreditorReference.Parse(reference.ToString().ToLowerInvariant()).Should().Be(reference);
    });

    [Fact]
    public void Every_wrong_sign_is_found() => Nasty.WithOneWrongSign(_right).Sample(pair => CreditorReference.TryParse(pair.Wrong, out _).Should().BeFalse(pair.Right), iter: 20_000);

    [Fact]
    public void Every_exchange_of_neighbours_is_found() =>
        Nasty.WithNeighboursExchanged(_right).Sample(pair => CreditorReference.TryParse(pair.Wrong, out _).Should().BeFalse(pair.Right), iter: 20_000);

    [Fact]
    public void Nothing_makes_the_reader_throw() => Gen.OneOf(Nasty.Text, Nasty.Damaged(_right)).Sample(text =>
    {
        if (CreditorReference.TryParse(text, out var reference))
            reference.Should().Be(CreditorReference.Create(reference.Content));
    }, iter: 20_000);

    [Fact]
    public void It_is_printed_in_fours() => CreditorReference.Parse("RF18539007547034").ToString("P", null).Should().Be("RF18 5390 0754 7034");
}
