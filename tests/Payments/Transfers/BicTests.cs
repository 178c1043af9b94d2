using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class BicTests
{
    [Theory]
    [InlineData("BFSWDE33BER", "DE")]
    [InlineData("BHBLDEHHXXX", "DE")]
    [InlineData("BPOTBEB1", "BE")]
    [InlineData("bpotbeb1", "BE")]
    [InlineData("MARKDEF1 850", "DE")]
    public void Right_ones_are_read(string text, string country)
    {
        var bic = Bic.Parse(text);
        bic.ToString().Should().Be(text.Replace(" ", "").ToUpperInvariant());
        bic.Country.Should().Be(country);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BPOTBEB")]
    [InlineData("BPOTBEB1X")]
    [InlineData("BPOTBEB1XX")]
    [InlineData("BPOTBEB1XXXX")]
    [InlineData("BPOT1EB1")]
    [InlineData("BPOTB2B1")]
    [InlineData("BPOTBE-1")]
    [InlineData("BPÖTBEB1")]
    public void What_is_none_is_refused(string text)
    {
        Bic.TryParse(text, out var bic).Should().BeFalse();
        bic.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => Bic.Parse(text)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Nothing_makes_the_reader_throw_and_what_it_reads_reads_back() => Gen.OneOf(Nasty.Text, Nasty.Damaged(Nasty.OneOf("BFSWDE33BER", "BPOTBEB1"))).Sample(text =>
    {
        if (!Bic.TryParse(text, out var bic))
            return;
        bic.ToString().Should().MatchRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$");
        Bic.Parse(bic.ToString()).Should().Be(bic);
    }, iter: 20_000);
}
