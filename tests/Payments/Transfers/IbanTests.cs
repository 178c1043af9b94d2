using System.Globalization;
using BaseComponents.Payments.Transfers;
using CsCheck;

namespace BaseComponents.Tests.Payments.Transfers;

public sealed class IbanTests
{
    /// <summary>The example of each country in the IBAN registry.</summary>
    private static readonly string[] _examples =
    [
        "AD1200012030200359100100", "AE070331234567890123456", "AL47212110090000000235698741", "AT611904300234573201", "AZ21NABZ00000000137010001944", "BA391290079401028494", "BE68539007547034",
        "BG80BNBG96611020345678", "BH67BMAG00001299123456", "BI4210000100010000332045181", "BR1800360305000010009795493C1", "BY13NBRB3600900000002Z00AB00", "CH9300762011623852957", "CR05015202001026284066",
        "CY17002001280000001200527600", "CZ6508000000192000145399", "DE89370400440532013000", "DJ2100010000000154000100186", "DK5000400440116243", "DO28BAGR00000001212453611324", "EE382200221020145685",
        "EG380019000500000000263180002", "ES9121000418450200051332", "FI2112345600000785", "FK88SC123456789012", "FO6264600001631634", "FR1420041010050500013M02606", "GB29NWBK60161331926819", "GE29NB0000000101904917",
        "GI75NWBK000000007099453", "GL8964710001000206", "GR1601101250000000012300695", "GT82TRAJ01020000001210029690", "HN88CABF00000000000250005469", "HR1210010051863000160", "HU42117730161111101800000000",
        "IE29AIBK93115212345678", "IL620108000000099999999", "IQ98NBIQ850123456789012", "IS140159260076545510730339", "IT60X0542811101000000123456", "JO94CBJO0010000000000131000302", "KW81CBKU0000000000001234560101",
        "KZ86125KZT5004100100", "LB62099900000001001901229114", "LC55HEMM000100010012001200023015", "LI21088100002324013AA", "LT121000011101001000", "LU280019400644750000", "LV80BANK0000435195001", "LY83002048000020100120361",
        "MC5811222000010123456789030", "MD24AG000225100013104168", "ME25505000012345678951", "MK07250120000058984", "MN121234123456789123", "MR1300020001010000123456753", "MT84MALT011000012345MTLCAST001S",
        "MU17BOMM0101101030300200000MUR", "NI45BAPR00000013000003558124", "NL91ABNA0417164300", "NO9386011117947", "OM810180000001299123456", "PK36SCBL0000001123456702", "PL61109010140000071219812874", "PS92PALS000000000400123456702",
        "PT50000201231234567890154", "QA58DOHB00001234567890ABCDEFG", "RO49AAAA1B31007593840000", "RS35260005601001611379", "RU0304452522540817810538091310419", "SA0380000000608010167519", "SC18SSCB11010000000000001497USD",
        "SD2129010501234001", "SE4550000000058398257466", "SI56263300012039086", "SK3112000000198742637541", "SM86U0322509800000000270100", "SO211000001001000100141", "ST23000100010051845310146", "SV62CENR00000000000000700025",
        "TL380080012345678910157", "TN5910006035183598478831", "TR330006100519786457841326", "UA213223130000026007233566001", "VA59001123000012345678", "VG96VPVG0000012345678901", "XK051212012345678906",
        "YE15CBYE0001018861234567891234",
    ];

    private static readonly Gen<string> _german = Gen.Char['0', '9'].Array[18].Select(digits => new string(digits)).Select(bban => $"DE{CheckDigitOracle.For("DE", bban)}{bban}");
    private static readonly Gen<string> _maltese = Gen.OneOf(Gen.Char['0', '9'], Gen.Char['A', 'Z']).Array[27].Select(signs => new string(signs)).Select(bban => $"MT{CheckDigitOracle.For("MT", bban)}{bban}");
    private static readonly Gen<string> _right = Gen.OneOf(_german, _maltese, Nasty.OneOf(_examples));

    [Fact]
    public void The_example_of_every_country_of_the_registry_is_read()
    {
        _examples.Where(example => !Iban.TryParse(example, out _)).Should().BeEmpty();
        _examples.Select(example => example[..2]).Should().OnlyHaveUniqueItems().And.HaveCount(89);
    }

    [Theory]
    [InlineData("DE71110220330123456789")]
    [InlineData("DE33100205000001194700")]
    [InlineData("BE72000000001616")]
    [InlineData("NL86INGB0002445588")]
    [InlineData("de89 3704 0044 0532 0130 00")]
    [InlineData(" DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000 ")]
    public void Right_ones_are_read(string text) => Iban.Parse(text).ToString().Should().Be(text.Replace(" ", "").Replace("\u00A0", "").ToUpperInvariant());

    [Theory]
    [InlineData("")]
    [InlineData("DE")]
    [InlineData("DE8937040044053201300")]
    [InlineData("DE893704004405320130000")]
    [InlineData("DE89370400440532013001")]
    [InlineData("DE89-3704-0044-0532-0130-00")]
    [InlineData("IBAN DE89370400440532013000")]
    [InlineData("DE89370400440532013000\n")]
    [InlineData("DE8937040044053201300O")]
    [InlineData("ＤＥ89370400440532013000")]
    [InlineData("DE89370400440532013٠٠٠")]
    [InlineData("US64SVBKUS6S3300958879")]
    public void What_is_none_is_refused(string text)
    {
        Iban.TryParse(text, out var iban).Should().BeFalse();
        iban.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => Iban.Parse(text)).Should().Throw<FormatException>().Which.Message.Should().NotContain("3704");
    }

    [Fact]
    public void A_german_one_has_digits_alone_although_letters_could_be_checked()
    {
        const string bban = "37040044053201300A";
        Iban.TryParse($"DE{CheckDigitOracle.For("DE", bban)}{bban}", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("97", "00")]
    [InlineData("98", "01")]
    [InlineData("02", "99")]
    public void Check_digits_that_are_never_given_out_are_refused(string given, string alias)
    {
        var bban = Enumerable.Range(0, 200).Select(number => number.ToString("D18", CultureInfo.InvariantCulture)).First(number => CheckDigitOracle.For("DE", number) == given);
        Iban.TryParse($"DE{given}{bban}", out _).Should().BeTrue();
        Iban.TryParse($"DE{alias}{bban}", out _).Should().BeFalse();
    }

    [Fact]
    public void What_is_written_reads_back() => _right.Sample(text =>
    {
        var iban = Iban.Parse(text);
        iban.ToString().Should().Be(text);
        iban.Country.Should().Be(text[..2]);
        Iban.Parse(iban.ToString("P", null)).Should().Be(iban);
        Iban.Parse(text.ToLowerInvariant()).Should().Be(iban);
    });

    [Fact]
    public void Every_wrong_sign_is_found() => Nasty.WithOneWrongSign(_right).Sample(pair => Iban.TryParse(pair.Wrong, out _).Should().BeFalse(pair.Right), iter: 20_000);

    [Fact]
    public void Every_exchange_of_neighbours_is_found() => Nasty.WithNeighboursExchanged(_right).Sample(pair => Iban.TryParse(pair.Wrong, out _).Should().BeFalse(pair.Right), iter: 20_000);

    [Fact]
    public void Nothing_makes_the_reader_throw() => Gen.OneOf(Nasty.Text, Nasty.Damaged(_right)).Sample(text =>
    {
        if (Iban.TryParse(text, out var iban))
            CheckDigitOracle.For(iban.Country, iban.ToString()[4..]).Should().Be(iban.ToString()[2..4]);
    }, iter: 20_000);

    [Fact]
    public void It_is_printed_in_fours()
    {
        var iban = Iban.Parse("DE89370400440532013000");
        $"{iban:P}".Should().Be("DE89 3704 0044 0532 0130 00");
        $"{iban}".Should().Be("DE89370400440532013000");
        FluentActions.Invoking(() => $"{iban:X}").Should().Throw<FormatException>();
        iban.TryFormat(new char[21], out var written, "", null).Should().BeFalse();
        written.Should().Be(0);
    }

    [Fact]
    public void None_at_all_is_empty()
    {
        default(Iban).ToString("P", null).Should().BeEmpty();
        default(Iban).Country.Should().BeEmpty();
        default(Iban).IsEmpty.Should().BeTrue();
        Iban.TryParse(null, out _).Should().BeFalse();
    }
}
