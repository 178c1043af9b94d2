using System.Globalization;
using BaseComponents.Payments.Epaybl;
using CsCheck;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>Codes are numbers, however they are padded; a text that is none is never a success.</summary>
public sealed class ResultCodeTests
{
    [Theory]
    [InlineData("+0000", 0, true)]
    [InlineData("+0", 0, true)]
    [InlineData("0", 0, true)]
    [InlineData("0000", 0, true)]
    [InlineData("+0100", 100, true)]
    [InlineData(" +0000 ", 0, true)]
    [InlineData("-0531", -531, false)]
    [InlineData("-531", -531, false)]
    [InlineData("-000531", -531, false)]
    [InlineData("0531", 531, false)]
    [InlineData("-0000", 0, false)]
    [InlineData("-9999", -9999, false)]
    public void Sign_and_number_decide(string text, int number, bool isSuccess)
    {
        var code = new EpayblResultCode(text);

        code.Number.Should().Be(number);
        code.IsSuccess.Should().Be(isSuccess);
        code.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("OK")]
    [InlineData("+OK")]
    [InlineData("++0000")]
    [InlineData("+0000x")]
    [InlineData("+٠٠٠٠")]
    [InlineData("+1234567890")]
    [InlineData("+0 000")]
    public void A_text_that_is_no_code_is_kept_and_is_no_success(string text)
    {
        var code = new EpayblResultCode(text);

        code.Number.Should().BeNull();
        code.IsSuccess.Should().BeFalse();
        code.Text.Should().Be(text);
        EpayblErrorCatalogue.Describe(code).Class.Should().Be(EpayblErrorClass.Unknown);
    }

    [Fact]
    public void Nothing_said_is_no_success()
    {
        default(EpayblResultCode).IsSuccess.Should().BeFalse();
        default(EpayblResultCode).Text.Should().BeEmpty();
        default(EpayblResultCode).ToString().Should().BeEmpty();
    }

    [Fact]
    public void Padding_does_not_matter() => Gen.Select(Gen.Int[0, 999_999], Gen.Int[1, 9], Gen.Bool).Sample((number, width, isNegative) =>
    {
        var sign = isNegative ? "-" : "+";
        var padded = new EpayblResultCode(sign + number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));
        var plain = new EpayblResultCode(sign + number.ToString(CultureInfo.InvariantCulture));

        padded.Should().Be(plain);
        padded.GetHashCode().Should().Be(plain.GetHashCode());
        padded.IsSuccess.Should().Be(!isNegative);
        new EpayblResultCode(padded.ToString()).Should().Be(padded, "it can be read back");
    }, iter: 2000);

    [Fact]
    public void Whatever_comes_is_read_without_a_fault_and_shown_without_control_characters() => Gen.String.Sample(text =>
    {
        var code = new EpayblResultCode(text);
        code.Text.Should().Be(text);
        code.ToString().Should().MatchRegex("^[!-~]{0,20}$");
    }, iter: 5000);
}
