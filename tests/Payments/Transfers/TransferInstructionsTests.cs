using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class TransferInstructionsTests
{
    private static readonly TransferAccount _account = new() { Holder = "Stadtkasse Müglitztal", Iban = Iban.Parse("DE89370400440532013000"), Bic = Bic.Parse("COBADEFFXXX") };
    private static readonly TransferInstructions _good = new() { Account = _account, Amount = new Euro(1096m), Kassenzeichen = Kassenzeichen.Parse("4200000000061"), Text = "Hundesteuer 2027" };

    public static TheoryData<string, TransferInstructions, string, PaymentRule> Broken { get; } = new()
    {
        { "nothing to find it by", new() { Account = _account, Amount = new Euro(1m) }, "Reference", PaymentRule.Required },
        { "reference beside Kassenzeichen", _good with { Reference = CreditorReference.Create("1") }, "Reference", PaymentRule.Exclusive },
        { "reference beside text", _good with { Kassenzeichen = null, Reference = CreditorReference.Create("1") }, "Reference", PaymentRule.Exclusive },
        { "an empty Kassenzeichen", _good with { Kassenzeichen = default(Kassenzeichen) }, "Kassenzeichen", PaymentRule.Required },
        { "a Kassenzeichen against the rule of its account", _good with { Account = _account with { CheckDigit = KassenzeichenCheckDigits.Hkr } }, "Kassenzeichen", PaymentRule.CheckDigit },
        { "a text with umlauts", _good with { Text = "Gebühr" }, "Text", PaymentRule.Pattern },
        { "a text of two lines", _good with { Text = "a\nb" }, "Text", PaymentRule.Pattern },
        { "an empty text", _good with { Text = "" }, "Text", PaymentRule.Required },
        { "an empty text alone", _good with { Text = "", Kassenzeichen = null }, "Text", PaymentRule.Required },
        { "a text too long with its Kassenzeichen", _good with { Text = new string('a', 127) }, "Text", PaymentRule.Limit },
        { "no amount", _good with { Amount = Euro.Zero }, "Amount", PaymentRule.Limit },
        { "no holder", _good with { Account = _account with { Holder = "" } }, "Account.Holder", PaymentRule.Required },
        { "no account", _good with { Account = _account with { Iban = default } }, "Account.Iban", PaymentRule.Required },
        { "an account that needs its BIC", _good with { Account = _account with { Iban = Iban.Parse("CH9300762011623852957"), Bic = null } }, "Account.Bic", PaymentRule.Required },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_found(string what, TransferInstructions transfer, string field, PaymentRule rule) =>
        transfer.Check().Should().ContainSingle(what).Which.Should().Match<PaymentFinding>(finding => finding.Field == field && finding.Rule == rule);

    [Fact]
    public void Form_and_code_say_the_same()
    {
        _good.Check().Should().BeEmpty();
        _good.Lines.Should().Equal(
            new TransferLine("Empfänger", "Stadtkasse Müglitztal"),
            new TransferLine("IBAN", "DE89 3704 0044 0532 0130 00"),
            new TransferLine("BIC", "COBADEFFXXX"),
            new TransferLine("Betrag", "1.096,00 €"),
            new TransferLine("Verwendungszweck", "4200000000061/Hundesteuer 2027"));
        _good.QrCode.Encode().Text.Should().Be("BCD\n002\n1\nSCT\nCOBADEFFXXX\nStadtkasse Müglitztal\nDE89370400440532013000\nEUR1096.00\n\n\n4200000000061/Hundesteuer 2027");
    }

    [Fact]
    public void A_reference_is_printed_in_fours_and_encoded_without_blanks()
    {
        var transfer = new TransferInstructions { Account = _account with { Bic = null }, Amount = new Euro(0.5m), Reference = CreditorReference.Create(Kassenzeichen.Parse("4200000000061")) };

        transfer.Check().Should().BeEmpty();
        transfer.Lines.Should().HaveCount(4).And.Contain(new TransferLine("Verwendungszweck", "RF59 4200 0000 0006 1")).And.Contain(new TransferLine("Betrag", "0,50 €"));
        transfer.QrCode.Encode().Text.Should().EndWith("\nEUR0.50\n\nRF594200000000061");
    }

    [Fact]
    public void A_Kassenzeichen_or_a_text_may_stand_alone()
    {
        (_good with { Text = null }).QrCode.Text.Should().Be("4200000000061");
        (_good with { Kassenzeichen = null }).QrCode.Text.Should().Be("Hundesteuer 2027");
        (_good with { Text = new string('a', 126) }).Check().Should().BeEmpty();
        (_good with { Account = _account with { CheckDigit = KassenzeichenCheckDigits.Hkr }, Kassenzeichen = KassenzeichenCheckDigits.Hkr.Complete("420000000006") }).Check().Should().BeEmpty();
    }

    [Fact]
    public void Neither_findings_nor_the_printed_record_repeat_a_value() =>
        $"{string.Join(' ', (_good with { Text = "Müsterfrau\n" }).Check())} {_good with { Text = "Musterfrau" }}".Should().NotContainAny("sterfrau", "4200000000061", "DE89");
}
