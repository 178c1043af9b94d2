using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments;

/// <summary>The lengths, patterns and sums of XBezahldienste 1.0.0, each at its edge.</summary>
public sealed class OrderRuleTests
{
    private static readonly PaymentItem _line = PaymentItem.FromNet("line", new Euro(10m), 19m, 3);

    public static TheoryData<string, PaymentOrder, string, PaymentRule> Broken { get; } = new()
    {
        { "no reference", Good with { Reference = "" }, "Reference", PaymentRule.Required },
        { "reference too long", Good with { Reference = Text(101) }, "Reference", PaymentRule.Limit },
        { "reference with a control character", Good with { Reference = "a\nb" }, "Reference", PaymentRule.Pattern },
        { "reference that is no text", Good with { Reference = "a\ud800" }, "Reference", PaymentRule.Pattern },
        { "no purpose", Good with { Purpose = " " }, "Purpose", PaymentRule.Required },
        { "purpose too long", Good with { Purpose = Text(28) }, "Purpose", PaymentRule.Limit },
        { "umlaut in the purpose", Good with { Purpose = "Gebühr" }, "Purpose", PaymentRule.Pattern },
        { "full stop in the purpose", Good with { Purpose = "Nr. 7" }, "Purpose", PaymentRule.Pattern },
        { "slash in the purpose", Good with { Purpose = "7/2027" }, "Purpose", PaymentRule.Pattern },
        { "tab in the purpose", Good with { Purpose = "a\tb" }, "Purpose", PaymentRule.Pattern },
        { "letters of another script in the purpose", Good with { Purpose = "Αθήνα" }, "Purpose", PaymentRule.Pattern },
        { "empty description", Good with { Description = "" }, "Description", PaymentRule.Required },
        { "description too long", Good with { Description = Text(251) }, "Description", PaymentRule.Limit },
        { "exclamation mark in the description", Good with { Description = "Achtung!" }, "Description", PaymentRule.Pattern },
        { "letter beyond U+017F in the description", Good with { Description = "ƀ" }, "Description", PaymentRule.Pattern },
        { "no return address", Good with { ReturnUrl = null! }, "ReturnUrl", PaymentRule.Required },
        { "relative return address", Good with { ReturnUrl = new Uri("/back", UriKind.Relative) }, "ReturnUrl", PaymentRule.Pattern },
        { "return address of another scheme", Good with { ReturnUrl = new Uri("javascript:alert(1)") }, "ReturnUrl", PaymentRule.Pattern },
        { "return address too long", Good with { ReturnUrl = Address(2083) }, "ReturnUrl", PaymentRule.Limit },
        { "no list of lines", Good with { Items = null! }, "Items", PaymentRule.Required },
        { "no line", Good with { Items = [] }, "Items", PaymentRule.Limit },
        { "100 lines", Good with { Items = Lines(100) }, "Items", PaymentRule.Limit },
        { "two lines alike", Good with { Items = [_line, _line] }, "Items", PaymentRule.Unique },
        { "line without id", With(_line with { Id = "" }), "Items[0].Id", PaymentRule.Required },
        { "line id too long", With(_line with { Id = Text(37) }), "Items[0].Id", PaymentRule.Limit },
        { "blank in the line id", With(_line with { Id = "a b" }), "Items[0].Id", PaymentRule.Pattern },
        { "line reference too long", With(_line with { Reference = Text(37) }), "Items[0].Reference", PaymentRule.Limit },
        { "full stop in the line reference", With(_line with { Reference = "1.2" }), "Items[0].Reference", PaymentRule.Pattern },
        { "line description too long", With(_line with { Description = Text(251) }), "Items[0].Description", PaymentRule.Limit },
        { "line break in the line description", With(_line with { Description = "a\r\nb" }), "Items[0].Description", PaymentRule.Pattern },
        { "no quantity", With(_line with { Quantity = 0 }), "Items[0].Quantity", PaymentRule.Limit },
        { "quantity too large", With(_line with { Quantity = 1_000_000 }), "Items[0].Quantity", PaymentRule.Limit },
        { "negative tax", With(_line with { TaxRate = -1 }), "Items[0].TaxRate", PaymentRule.Limit },
        { "tax above one hundred", With(_line with { TaxRate = 100.1m }), "Items[0].TaxRate", PaymentRule.Limit },
        { "amount of a line too large", With(_line with { SingleTax = new Euro(1_000_000m) }), "Items[0]", PaymentRule.Limit },
        { "net amount is not quantity times price", With(_line with { TotalNet = new Euro(30.01m) }), "Items[0].TotalNet", PaymentRule.Sum },
        { "tax is two cents off", With(_line with { TotalTax = new Euro(5.72m) }), "Items[0].TotalTax", PaymentRule.Sum },
        { "tax on one is two cents off", With(_line with { SingleTax = new Euro(1.92m) }), "Items[0].SingleTax", PaymentRule.Sum },
        { "no booking value", With(_line with { BookingData = Booking("") }), "Items[0].BookingData[haushaltsstelle]", PaymentRule.Required },
        { "booking value too long", With(_line with { BookingData = Booking(Text(251)) }), "Items[0].BookingData[haushaltsstelle]", PaymentRule.Limit },
        { "order too large", Good with { Items = [Worth("a", 999_999m), Worth("b", 0.01m)] }, "Total", PaymentRule.Limit },
        { "order without a price", With(Worth("a", 0m)), "Total", PaymentRule.Limit },
        { "payer's name too long", By(new() { Name = Text(251) }), "Payer.Name", PaymentRule.Limit },
        { "payer's given names too long", By(new() { FirstName = Text(251) }), "Payer.FirstName", PaymentRule.Limit },
        { "payer's organisation too long", By(new() { OrganizationName = Text(251) }), "Payer.OrganizationName", PaymentRule.Limit },
        { "payer's street too long", At(new() { Street = Text(251) }), "Payer.Address.Street", PaymentRule.Limit },
        { "payer's house number too long", At(new() { HouseNumber = Text(21) }), "Payer.Address.HouseNumber", PaymentRule.Limit },
        { "payer's city too long", At(new() { City = Text(251) }), "Payer.Address.City", PaymentRule.Limit },
        { "payer's second line too long", At(new() { AddressLines = ["a", Text(251)] }), "Payer.Address.AddressLines[1]", PaymentRule.Limit },
        { "half of a character in the payer's name", By(new() { Name = "M\ud800ller" }), "Payer.Name", PaymentRule.Pattern },
        { "half of a character in the payer's postal code", At(new() { PostalCode = "\udc00" }), "Payer.Address.PostalCode", PaymentRule.Pattern },
        { "half of a character in a booking value", With(_line with { BookingData = Booking("\ud800") }), "Items[0].BookingData[haushaltsstelle]", PaymentRule.Pattern },
        { "country in three letters", At(new() { Country = "DEU" }), "Payer.Address.Country", PaymentRule.Limit },
        { "country in small letters", At(new() { Country = "de" }), "Payer.Address.Country", PaymentRule.Pattern },
    };

    public static TheoryData<string, PaymentOrder> Right { get; } = new()
    {
        { "the plain order", Good },
        { "every text at its longest", Good with { Reference = Text(100), Purpose = Text(27), Description = Text(250), ReturnUrl = Address(2082) } },
        { "99 lines", Good with { Items = Lines(99) } },
        { "letters with accents up to U+017F in the description", Good with { Description = "Für Łukasz Šťastný, Straße 1.a_b-c ſ" } },
        { "the largest order", With(Worth("a", 999_999m)) },
        { "one cent", With(Worth("a", 0.01m)) },
        { "tax one cent off, as from a gross price", With(_line with { TotalTax = new Euro(5.71m) }) },
        { "a payer with everything", At(new() { Street = Text(250), HouseNumber = Text(20), City = Text(250), AddressLines = [Text(250)], PostalCode = "01067", Country = "DE" }) },
        { "booking data", With(_line with { BookingData = Booking(Text(250)) }) },
    };

    private static PaymentOrder Good => Orders.DogTax();

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_found(string what, PaymentOrder order, string field, PaymentRule rule) =>
        order.Check().Should().ContainSingle(what).Which.Should().Match<PaymentFinding>(finding => finding.Field == field && finding.Rule == rule);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Right))]
    public void What_is_just_right_passes(string what, PaymentOrder order) => order.Check().Should().BeEmpty(what);

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_sent()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service);
        var order = Good with { Purpose = "Gebühr!", Description = Text(251), Items = [_line with { Id = "a b", Quantity = 0 }, _line], ReturnUrl = null! };

        var start = () => app.Payments.StartAsync(order);

        var thrown = (await start.Should().ThrowAsync<PaymentException>()).Which;
        thrown.Code.Should().Be(PaymentErrors.OrderInvalid);
        thrown.Findings.Select(finding => finding.Field).Should().BeEquivalentTo("Purpose", "Description", "ReturnUrl", "Items[0].Id", "Items[0].Quantity");
        thrown.Findings.Should().BeEquivalentTo(order.Check());
        service.Bodies.Should().BeEmpty();
        (await app.Payments.FindAsync(order.Reference)).Should().BeNull();
    }

    [Fact]
    public void Findings_never_repeat_the_value() =>
        (By(new() { Name = "Mustermann" + Text(250) }) with { Purpose = "Müsterfrau", Reference = "Mustermann\n" })
            .Check().Should().HaveCount(3).And.NotContain(finding => finding.Message.Contains("ster"));

    private static PaymentOrder With(PaymentItem item) => Good with { Items = [item] };

    private static PaymentOrder By(PaymentPayer payer) => Good with { Payer = payer };

    private static PaymentOrder At(PaymentPayerAddress address) => By(new PaymentPayer { Address = address });

    private static PaymentItem Worth(string id, decimal amount) => PaymentItem.FromNet(id, new Euro(amount));

    private static PaymentItem[] Lines(int count) => [.. Enumerable.Range(0, count).Select(index => Worth($"line-{index}", 1m))];

    private static Dictionary<string, string> Booking(string value) => new() { ["haushaltsstelle"] = value };

    private static Uri Address(int length) => new("https://dienst.example/" + new string('a', length - "https://dienst.example/".Length));

    private static string Text(int length) => new('a', length);
}
