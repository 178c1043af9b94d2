using System.Globalization;
using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class EpcQrCodeTests
{
    private static readonly EpcQrCode _good = new() { Name = "Stadtkasse Musterstadt", Iban = Iban.Parse("DE89370400440532013000"), Amount = new Euro(96m), Text = "4200000000061/Hundesteuer" };
    private static readonly CreditorReference _reference = CreditorReference.Parse("RF18539007547034");
    private static readonly Iban _swiss = Iban.Parse("CH9300762011623852957");

    // Of both kinds: most of the nasty ones end at a rule.
    private static readonly Gen<string> _text = Gen.OneOf(Nasty.Text, Gen.Char["abc ABC 0123 .,-/äöüß"].Array[1, 70].Select(signs => new string(signs)));

    public static TheoryData<string, EpcQrCode, string, PaymentRule> Broken { get; } = new()
    {
        { "no such version", _good with { Version = (EpcQrVersion)3 }, "Version", PaymentRule.Pattern },
        { "a character set that .NET lacks", _good with { CharacterSet = (EpcCharacterSet)7 }, "CharacterSet", PaymentRule.Pattern },
        { "no such character set", _good with { CharacterSet = 0 }, "CharacterSet", PaymentRule.Pattern },
        { "version 1 without BIC", _good with { Version = EpcQrVersion.Version1 }, "Bic", PaymentRule.Required },
        { "an account outside the area without BIC", _good with { Iban = _swiss }, "Bic", PaymentRule.Required },
        { "an empty BIC", _good with { Bic = default(Bic) }, "Bic", PaymentRule.Required },
        { "no name", _good with { Name = null! }, "Name", PaymentRule.Required },
        { "a blank name", _good with { Name = " " }, "Name", PaymentRule.Required },
        { "a name too long", _good with { Name = Letters(71) }, "Name", PaymentRule.Limit },
        { "a name of two lines", _good with { Name = "Stadt\nkasse" }, "Name", PaymentRule.Pattern },
        { "half of a character in the name", _good with { Name = "Stadt\ud83d" }, "Name", PaymentRule.Pattern },
        { "a name the set cannot write", _good with { Name = "Łódź", CharacterSet = EpcCharacterSet.Latin1 }, "Name", PaymentRule.Pattern },
        { "no account", _good with { Iban = default }, "Iban", PaymentRule.Required },
        { "nothing to pay", _good with { Amount = Euro.Zero }, "Amount", PaymentRule.Limit },
        { "a cent too much", _good with { Amount = new Euro(1_000_000_000m) }, "Amount", PaymentRule.Limit },
        { "a purpose too long", _good with { Purpose = "TAXES" }, "Purpose", PaymentRule.Limit },
        { "a purpose in small letters", _good with { Purpose = "taxs" }, "Purpose", PaymentRule.Pattern },
        { "an empty purpose", _good with { Purpose = "" }, "Purpose", PaymentRule.Required },
        { "reference and text", _good with { Reference = _reference }, "Reference", PaymentRule.Exclusive },
        { "an empty reference", _good with { Text = null, Reference = default(CreditorReference) }, "Reference", PaymentRule.Required },
        { "a text too long", _good with { Text = Letters(141) }, "Text", PaymentRule.Limit },
        { "an empty text", _good with { Text = "" }, "Text", PaymentRule.Required },
        { "a tabulator in the text", _good with { Text = "a\tb" }, "Text", PaymentRule.Pattern },
        { "a line separator in the text", _good with { Text = "a\u2028b" }, "Text", PaymentRule.Pattern },
        { "an information too long", _good with { Information = Letters(71) }, "Information", PaymentRule.Limit },
        { "332 bytes", Sized(332), "Payload", PaymentRule.Limit },
        { "331 characters of more bytes", Sized(331) with { Name = new string('ä', 70) }, "Payload", PaymentRule.Limit },
    };

    public static TheoryData<string, EpcQrCode> Right { get; } = new()
    {
        { "the plain one", _good },
        { "one cent", _good with { Amount = Euro.FromCents(1) } },
        { "the largest amount", _good with { Amount = new Euro(999_999_999.99m) } },
        { "version 1 with BIC", _good with { Version = EpcQrVersion.Version1, Bic = Bic.Parse("BHBLDEHHXXX") } },
        { "an account outside the area with BIC", _good with { Iban = _swiss, Bic = Bic.Parse("POFICHBEXXX") } },
        { "a reference", _good with { Text = null, Reference = _reference } },
        { "neither reference nor text", _good with { Text = null } },
        { "331 bytes", Sized(331) },
        { "331 bytes, one for each umlaut", Sized(331) with { Name = new string('ä', 70), CharacterSet = EpcCharacterSet.Latin1 } },
    };

    [Fact]
    public void The_first_example_of_the_guideline() => (_good with
    {
        Version = EpcQrVersion.Version1,
        Bic = Bic.Parse("BHBLDEHHXXX"),
        Name = "Franz Mustermänn",
        Iban = Iban.Parse("DE71110220330123456789"),
        Amount = new Euro(12.3m),
        Purpose = "GDDS",
        Text = null,
        Reference = _reference,
    }).Encode().Text.Should().Be("BCD\n001\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.30\nGDDS\nRF18539007547034");

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            (_good with { Amount = new Euro(1_096.5m), Text = null }).Encode().Text.Should().EndWith("\nEUR1096.50");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_second_example_of_the_guideline()
    {
        var payload = (_good with
        {
            CharacterSet = EpcCharacterSet.Latin1,
            Name = "François D'Alsace S.A.",
            Iban = Iban.Parse("FR1420041010050500013M02606"),
            Amount = new Euro(12.3m),
            Text = "Client:Marie Louise La Lune",
        }).Encode();

        payload.Text.Should().Be("BCD\n002\n2\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606\nEUR12.30\n\n\nClient:Marie Louise La Lune");
        // 103 in the guideline, which leaves the last zero of the amount away.
        payload.Bytes.Length.Should().Be(104);
        payload.Bytes.ToArray().Should().Contain(0xE7);
    }

    [Fact]
    public void Nothing_follows_the_last_line_that_says_something()
    {
        (_good with { Text = null }).Encode().Text.Should().EndWith("\nEUR96.00");
        (_good with { Text = null, Purpose = "TAXS" }).Encode().Text.Should().EndWith("\nEUR96.00\nTAXS");
        (_good with { Text = null, Information = "Danke" }).Encode().Text.Should().EndWith("\nEUR96.00\n\n\n\nDanke");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_found(string what, EpcQrCode code, string field, PaymentRule rule)
    {
        code.Check().Should().ContainSingle(what).Which.Should().Match<PaymentFinding>(finding => finding.Field == field && finding.Rule == rule);
        code.TryEncode(out var payload).Should().BeFalse();
        payload.Should().BeNull();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Right))]
    public void What_is_just_right_passes(string what, EpcQrCode code) => code.Check().Should().BeEmpty(what);

    [Fact]
    public void Everything_wrong_is_said_at_once_and_no_value_is_repeated()
    {
        var code = _good with { Version = EpcQrVersion.Version1, Name = "Erika\nMustermann", Amount = Euro.Zero, Purpose = "muster", Text = "Muster\0", Reference = _reference, Information = Letters(71) };

        var thrown = FluentActions.Invoking(() => code.Encode()).Should().Throw<PaymentException>().Which;

        thrown.Code.Should().Be(PaymentErrors.TransferInvalid);
        thrown.Findings.Select(finding => finding.Field).Should().BeEquivalentTo("Bic", "Amount", "Name", "Purpose", "Text", "Reference", "Information");
        thrown.ToString().Should().NotContain("Muster");
        code.ToString().Should().NotContain("Muster");
    }

    [Theory]
    [InlineData(EpcCharacterSet.Utf8, "Łódź Ж α € 🐕", "")]
    [InlineData(EpcCharacterSet.Latin1, "Bürgerbüro ÿ", "€Łα")]
    [InlineData(EpcCharacterSet.Latin2, "Łódź Dvořák", "€ñЖ")]
    [InlineData(EpcCharacterSet.Latin4, "Ķeņģis", "€ñЖ")]
    [InlineData(EpcCharacterSet.Cyrillic, "Москва", "äα€")]
    [InlineData(EpcCharacterSet.Greek, "Αθήνα", "äЖñ")]
    [InlineData(EpcCharacterSet.Latin9, "Œuvre Š €", "¤Łα")]
    public void A_set_writes_what_it_has_and_refuses_the_rest(EpcCharacterSet set, string has, string lacks)
    {
        var payload = (_good with { CharacterSet = set, Text = has }).Encode();
        Decode(set, payload).Should().Be(payload.Text).And.EndWith(has);
        lacks.Where(sign => (_good with { CharacterSet = set, Text = $"a{sign}" }).Check().Count == 0).Should().BeEmpty();
    }

    [Theory]
    [InlineData(EpcCharacterSet.Utf8)]
    [InlineData(EpcCharacterSet.Latin1)]
    [InlineData(EpcCharacterSet.Latin2)]
    [InlineData(EpcCharacterSet.Latin4)]
    [InlineData(EpcCharacterSet.Cyrillic)]
    [InlineData(EpcCharacterSet.Greek)]
    [InlineData(EpcCharacterSet.Latin9)]
    public void No_character_is_replaced_silently(EpcCharacterSet set)
    {
        var written = Enumerable.Range(0, 0x10000).Select(code => _good with { CharacterSet = set, Text = $"a{(char)code}" })
            .Select(code => (code.Text, Payload: code.TryEncode(out var payload) ? payload : null)).Where(pair => pair.Payload is not null).ToList();

        written.Should().HaveCountGreaterThan(95 + 80);
        written.Where(pair => !Decode(set, pair.Payload!).EndsWith("\n" + pair.Text, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Whatever_is_encoded_reads_back_line_by_line() => Gen.Select(_text, _text, _text, Gen.Long[0, 99_999_999_999], Gen.Enum<EpcCharacterSet>()).Sample((name, text, information, cents, set) =>
    {
        var code = _good with { Name = name, Text = text, Information = information, Amount = Euro.FromCents(cents), CharacterSet = set };
        code.TryEncode(out var payload).Should().Be(code.Check().Count == 0);
        if (payload is null)
            return;
        payload.Bytes.Length.Should().BeLessThanOrEqualTo(331);
        Decode(set, payload).Split('\n').Should().Equal("BCD", "002", $"{(int)set}", "SCT", "", name, "DE89370400440532013000", "EUR" + Euro.FromCents(cents).ToString(), "", "", text, information);
    }, iter: 10_000);

    private static string Decode(EpcCharacterSet set, EpcQrPayload payload) => Encoding(set).GetString(payload.Bytes.Span);

    private static Encoding Encoding(EpcCharacterSet set) => set switch
    {
        EpcCharacterSet.Utf8 => System.Text.Encoding.UTF8,
        EpcCharacterSet.Latin1 => System.Text.Encoding.Latin1,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(set switch
        {
            EpcCharacterSet.Latin2 => "iso-8859-2",
            EpcCharacterSet.Latin4 => "iso-8859-4",
            EpcCharacterSet.Cyrillic => "iso-8859-5",
            EpcCharacterSet.Greek => "iso-8859-7",
            _ => "iso-8859-15",
        })!,
    };

    // All that is longest, and a text that fills up to the size.
    private static EpcQrCode Sized(int bytes)
    {
        var code = _good with { Name = Letters(70), Amount = new Euro(999_999_999.99m), Purpose = "TAXS", Bic = Bic.Parse("BHBLDEHHXXX"), Information = Letters(70), Text = "a" };
        return code with { Text = Letters(bytes - code.Encode().Bytes.Length + 1) };
    }

    private static string Letters(int count) => new('a', count);
}
