using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Xzufi;

/// <summary>What a unit hands over to payments and mail, and what of it is not believed.</summary>
public sealed class RichUnitTests
{
    private const string Iban = "DE89370400440532013000";
    private const string Destination = "9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f";

    [Fact]
    public async Task All_addresses_and_channels_are_kept()
    {
        const string content = """
            <xzufi:anschrift><xzufi:typ><code>001</code><name>Hausanschrift</name></xzufi:typ><xzufi:strasse>Burgstraße</xzufi:strasse><xzufi:hausnummer>19</xzufi:hausnummer><xzufi:postleitzahl>09599</xzufi:postleitzahl><xzufi:ort>Freiberg</xzufi:ort></xzufi:anschrift>
            <xzufi:anschrift><xzufi:typ><code>002</code></xzufi:typ><xzufi:postfach>1234</xzufi:postfach><xzufi:ort>Freiberg</xzufi:ort></xzufi:anschrift>
            <xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>a@freiberg.amt.example</xzufi:kennung></xzufi:kommunikation>
            <xzufi:kommunikation><xzufi:kanal><code>77</code></xzufi:kanal><xzufi:kennung>etwas Neues</xzufi:kennung></xzufi:kommunikation>
            """;
        var office = await OfficeAsync(content);
        office.Addresses.Should().HaveCount(2);
        office.Addresses[0].Kind.Should().Be(new AddressKind("001", "Hausanschrift"));
        office.Addresses[1].Should().BeEquivalentTo(new OfficeAddress { City = "Freiberg", PostOfficeBox = "1234", Kind = new AddressKind("002") });
        office.Address.Should().Be(office.Addresses[0]);
        office.Channels.Should().Equal(new OfficeChannel(ChannelKind.Mail, "a@freiberg.amt.example"), new OfficeChannel(new ChannelKind("77"), "etwas Neues"));
    }

    [Fact]
    public async Task Electronic_ways_in_are_told_apart_by_code_name_or_text()
    {
        var office = await OfficeAsync(
            System("<xzufi:kanal><code>05</code><name>De-Mail</name></xzufi:kanal>", "poststelle@freiberg.de-mail.example")
            + System("<xzufi:kanal><code>EGVP</code></xzufi:kanal>", "DE.Justiztest.0b1f4c2d")
            + System("<xzufi:kanal>Servicekonto</xzufi:kanal>", "BK-4711")
            + System("<xzufi:kanal>DVDV</xzufi:kanal>", "wgb010540880000")
            + System("<xzufi:kanal>Brieftaube</xzufi:kanal>", "Dachboden"));
        office.DeMailAddress.Should().Be("poststelle@freiberg.de-mail.example");
        office.EgvpAddress.Should().Be("DE.Justiztest.0b1f4c2d");
        office.ServiceAccounts.Should().Equal("BK-4711");
        office.ServiceConnectionKey.Should().Be("wgb010540880000");
    }

    [Theory]
    [InlineData("De-Mail", "poststelle@freiberg.de-mail.example, dritter@boese.example")]
    [InlineData("EGVP", "DE.Justiz test")]
    [InlineData("Servicekonto", "BK 4711")]
    [InlineData("DVDV", "wgb01054088000")]
    [InlineData("DVDV", "WGB010540880000")]
    [InlineData("DVDV", "ags145220180180")]
    public async Task What_is_not_plainly_an_address_of_its_kind_is_reported_and_not_used(string kind, string value)
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", System($"<xzufi:kanal>{kind}</xzufi:kanal>", value) + Competence(SmallMap.Freiberg))));
        var office = (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Subject.Office;
        new[] { office.DeMailAddress, office.EgvpAddress, office.ServiceConnectionKey }.Should().OnlyContain(text => text == null);
        office.ServiceAccounts.Should().BeEmpty();
        (await directory.Authorities.GetStatusAsync()).Findings.Should().ContainSingle().Which.Problem.Should().Contain("invalid and not used");
    }

    [Fact]
    public async Task Accounts_are_for_the_services_they_name_or_for_all()
    {
        var office = await OfficeAsync(
            Account("DE89 3704 0044 0532 0130 00", $"<xzufi:empfaenger>Stadtkasse</xzufi:empfaenger><xzufi:leistungID schemeAgencyID=\"S\" schemeID=\"Leistung\">L{Dog}</xzufi:leistungID>")
            + Account("DE02120300000000202051"));
        office.AccountsFor(LeikaKey.Parse(Dog)).Should().ContainSingle().Which.Should().Match<BankAccount>(account => account.Iban == Iban && account.Holder == "Stadtkasse");
        office.AccountsFor(LeikaKey.Parse(Car)).Should().ContainSingle().Which.Iban.Should().Be("DE02120300000000202051");
    }

    [Theory]
    [InlineData("DE89370400440532013001")]
    [InlineData("DE8937040044053201300")]
    [InlineData("DE89370400440532O13000")]
    [InlineData("8937040044053201300012")]
    [InlineData("DE89370400440532013000<a/>x")]
    public async Task A_wrong_account_number_is_reported_and_not_used(string iban)
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", Account(iban) + Competence(SmallMap.Freiberg))));
        var office = (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Subject.Office;
        office.BankAccounts.Should().ContainSingle().Which.Should().Match<BankAccount>(account => account.Iban == null && account.HasInvalidIban);
        (await directory.Authorities.GetStatusAsync()).Findings.Should().ContainSingle().Which.Problem.Should().Contain("IBAN");
    }

    [Theory]
    [InlineData("01", "urn:de:fitko", Destination, true)]
    [InlineData("02", "urn:de:fitko", Destination, true)]
    [InlineData("01", "urn:de:somebody", Destination, false)]
    [InlineData("01", "urn:de:fitko", "somewhere", false)]
    public async Task The_destination_stands_at_the_competence(string role, string agency, string value, bool counts)
    {
        var office = await OfficeAsync("", OtherId(agency, value), role);
        office.Destination.Should().Be(counts ? Guid.Parse(Destination) : null);
    }

    [Fact]
    public async Task Texts_of_a_unit_hold_no_script()
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", """
            <xzufi:oeffnungszeiten languageCode="de-DE">&lt;p onclick="x()"&gt;Mo 9&#8211;12 Uhr&lt;script&gt;alert(1)&lt;/script&gt;</xzufi:oeffnungszeiten>
            <xzufi:oeffnungszeiten><xzufi:serie><xzufi:text languageCode="en">Tue</xzufi:text></xzufi:serie></xzufi:oeffnungszeiten>
            <xzufi:zahlungsweise><code>010</code><name>Girokarte</name></xzufi:zahlungsweise>
            <xzufi:zugang>Aufzug</xzufi:zugang>
            """ + Competence(SmallMap.Freiberg))));
        directory.Settings["A:Xzufi:Accessibility"] = "zugang";
        var office = (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Subject.Office;
        office.OpeningHours.Should().Equal(new LocalText("de", "<p>Mo 9–12 Uhr</p>"), new LocalText("en", "Tue"));
        office.PaymentMeans.Should().Equal(new PaymentMeans("010", "Girokarte"));
        office.Accessibility.Should().Equal(new LocalText("de", "Aufzug"));
    }

    [Fact]
    public async Task Nobody_sees_what_turns_a_name_around()
    {
        var office = await OfficeAsync("", name: "Stadt\u202E ma\u200Bt\u00ADt Be\u030Ca");
        office.Name.Should().Be("Stadt matt B\u011Ba");
    }

    [Fact]
    public async Task A_unit_with_many_competences_is_no_large_object()
    {
        var many = string.Concat(Enumerable.Range(0, 15_000).Select(number => Competence(SmallMap.Freiberg, id: $"Z{number}")));
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", many)));
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.GetStatusAsync()).SkippedObjects.Should().Be(0);
    }

    [Fact]
    public async Task A_competence_that_cannot_be_used_leaves_its_unit_the_others()
    {
        var deep = Competence("145235402410", id: "deep", more: string.Concat(Enumerable.Repeat("<xzufi:a>", 60)) + string.Concat(Enumerable.Repeat("</xzufi:a>", 60)));
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", deep + Competence(SmallMap.Freiberg, more: Valid("yesterday"), id: "bad") + Competence(SmallMap.Freiberg))));
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>();
        (await directory.Authorities.GetStatusAsync()).Findings.Select(finding => finding.Problem).Should().SatisfyRespectively(
            first => first.Should().Contain("too deep"), second => second.Should().Contain("no date"));
    }

    private static string System(string kind, string value) => $"<xzufi:kommunikationssystem>{kind}<xzufi:kennung>{value}</xzufi:kennung></xzufi:kommunikationssystem>";

    private static string Account(string iban, string more = "") => $"<xzufi:bankverbindung><xzufi:iban>{iban}</xzufi:iban><xzufi:bic>COBADEFFXXX</xzufi:bic>{more}</xzufi:bankverbindung>";

    private static string OtherId(string agency, string value) =>
        $"<xzufi:idSekundaer schemeID=\"urn:de:fitko:fit-connect:xzufi:destination\" schemeAgencyID=\"{agency}\">{value}</xzufi:idSekundaer>";

    private static async Task<Office> OfficeAsync(string content, string competence = "", string role = "01", string name = "A")
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", content + Competence(SmallMap.Freiberg, role: role, more: competence), name)));
        return (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Subject.Office;
    }

    private static Task<Competence> AskAsync(TestDirectory directory) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
}
