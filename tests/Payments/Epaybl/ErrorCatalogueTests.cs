using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>What a code means for whoever has to act on it.</summary>
public sealed class ErrorCatalogueTests
{
    [Theory]
    [InlineData("+0000", EpayblErrorClass.None, EpayblRetry.Never)]
    [InlineData("-0014", EpayblErrorClass.Configuration, EpayblRetry.Never)]
    [InlineData("-0021", EpayblErrorClass.Certificate, EpayblRetry.Never)]
    [InlineData("-0103", EpayblErrorClass.Validation, EpayblRetry.AfterCorrection)]
    [InlineData("-0119", EpayblErrorClass.Customer, EpayblRetry.AfterCorrection)]
    [InlineData("-0307", EpayblErrorClass.Unknown, EpayblRetry.LookUpFirst)]
    [InlineData("-0443", EpayblErrorClass.Payer, EpayblRetry.AfterCorrection)]
    [InlineData("-0502", EpayblErrorClass.Validation, EpayblRetry.AfterCorrection)]
    [InlineData("-0511", EpayblErrorClass.Method, EpayblRetry.WithAnotherMethod)]
    [InlineData("-0515", EpayblErrorClass.Conflict, EpayblRetry.Never)]
    [InlineData("-0520", EpayblErrorClass.PayPageOpen, EpayblRetry.ResumePayPage)]
    [InlineData("-0522", EpayblErrorClass.Configuration, EpayblRetry.Never)]
    [InlineData("-0531", EpayblErrorClass.Duplicate, EpayblRetry.LookUpFirst)]
    [InlineData("-531", EpayblErrorClass.Duplicate, EpayblRetry.LookUpFirst)]
    [InlineData("-0611", EpayblErrorClass.Configuration, EpayblRetry.Never)]
    [InlineData("-1801", EpayblErrorClass.State, EpayblRetry.AfterCorrection)]
    [InlineData("-5120", EpayblErrorClass.Mandate, EpayblRetry.WithAnotherMethod)]
    [InlineData("-9977", EpayblErrorClass.NumberRange, EpayblRetry.Never)]
    [InlineData("-9999", EpayblErrorClass.OutcomeUnknown, EpayblRetry.LookUpFirst)]
    [InlineData("-0777", EpayblErrorClass.Unknown, EpayblRetry.LookUpFirst)]
    [InlineData("0531", EpayblErrorClass.Unknown, EpayblRetry.LookUpFirst)]
    [InlineData("nonsense", EpayblErrorClass.Unknown, EpayblRetry.LookUpFirst)]
    public void A_code_has_a_class_and_a_rule(string code, EpayblErrorClass errorClass, EpayblRetry retry) =>
        EpayblErrorCatalogue.Describe(new EpayblResultCode(code)).Should().BeEquivalentTo(new { Class = errorClass, Retry = retry });

    /// <summary>Whoever reads it must not pay a second time while nobody knows whether the first one began.</summary>
    [Fact]
    public void Where_the_outcome_is_not_known_the_sentence_says_not_to_pay_again()
    {
        for (var number = 0; number <= 10_000; number++)
        {
            var error = EpayblErrorCatalogue.Describe(new EpayblResultCode($"-{number:0000}"));
            error.CitizenText.Should().MatchRegex("^[A-ZÄÖÜ].*\\.$").And.NotContain("-0");
            error.Meaning.Should().EndWith(".");
            (error.Retry is EpayblRetry.LookUpFirst).Should().Be(error.CitizenText.Contains("nicht noch einmal", StringComparison.Ordinal), "{0}", number);
        }
    }
}
