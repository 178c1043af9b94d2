using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Xzufi;

/// <summary>What is said of a service: texts, languages, fees, assurance, services on the web.</summary>
public sealed class RichServiceTests
{
    private const string Schema = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    [Fact]
    public async Task Texts_come_in_their_language_or_else_in_German()
    {
        var service = await ServiceAsync(
            Text("05", "de_DE", "&lt;p&gt;Wer einen Hund h&#228;lt &amp;amp; liebt&lt;/p&gt;") + Text("05", "en-GB", "Who keeps a dog")
            + Text("08", "hsb", "Papjery") + Text("08", "DEU", "&lt;ul&gt;&lt;li&gt;Ausweis") + Text("42", "pl", "inne"));
        service.TextOf(TextModule.ShortText)!.Text.Should().Be("<p>Wer einen Hund hält &amp; liebt</p>");
        service.TextOf(TextModule.ShortText, "EN")!.Text.Should().Be("Who keeps a dog");
        service.TextOf(TextModule.ShortText, "uk")!.Language.Should().Be("de");
        service.TextOf(TextModule.RequiredDocuments, "hsb")!.Text.Should().Be("Papjery");
        service.TextOf(TextModule.RequiredDocuments)!.Text.Should().Be("<ul><li>Ausweis</li></ul>");
        service.TextOf(new TextModule("42"))!.Text.Should().Be("inne");
        service.TextOf(TextModule.Remedy).Should().BeNull();
    }

    [Fact]
    public async Task A_name_is_plain_text() =>
        (await ServiceAsync("", "&lt;b&gt;Hund&lt;/b&gt; an- &amp;amp; abmelden")).Name.Should().Be("Hund an- & abmelden");

    public static TheoryData<string, Fee> Fees => new()
    {
        { "<xzufi:kostenFix><xzufi:betrag>96.00</xzufi:betrag></xzufi:kostenFix><xzufi:vorkasse>true</xzufi:vorkasse>", new Fee(FeeKind.Fixed) { Amount = 96m, IsAdvancePayment = true } },
        { "<xzufi:typ><code>002</code></xzufi:typ><xzufi:kostenFix><xzufi:betrag>12,5</xzufi:betrag></xzufi:kostenFix>", new Fee(FeeKind.Fixed) { Amount = 12.5m, Purpose = "002" } },
        { "<xzufi:kostenVariabel><xzufi:betragUntergrenze>10</xzufi:betragUntergrenze><xzufi:betragObergrenze>100</xzufi:betragObergrenze></xzufi:kostenVariabel>", new Fee(FeeKind.Range) { LowestAmount = 10m, HighestAmount = 100m } },
        { "<xzufi:kostenFrei/><xzufi:vorkasse>0</xzufi:vorkasse>", new Fee(FeeKind.Free) { IsAdvancePayment = false } },
        { $"<xzufi:kostenauswahl {Schema} xsi:type=\"xzufi:KostenFix\"><xzufi:betrag>5</xzufi:betrag></xzufi:kostenauswahl>", new Fee(FeeKind.Fixed) { Amount = 5m } },
        { $"<xzufi:kostenauswahl {Schema} xsi:type=\"KostenFrei\"/>", new Fee(FeeKind.Free) },
        { "<xzufi:kostenauswahl><xzufi:kostenFix><xzufi:betrag>5</xzufi:betrag></xzufi:kostenFix></xzufi:kostenauswahl>", new Fee(FeeKind.Fixed) { Amount = 5m } },
        { "<xzufi:beschreibung>Es kostet etwas.</xzufi:beschreibung>", new Fee(FeeKind.Unknown) },
        { "<xzufi:kostenFix><xzufi:betrag>-5</xzufi:betrag></xzufi:kostenFix>", new Fee(FeeKind.Fixed) },
        { "<xzufi:kostenFix><xzufi:betrag>1.000,00</xzufi:betrag></xzufi:kostenFix>", new Fee(FeeKind.Fixed) },
        { Valid("2026-01-01", "2026-12-31") + "<xzufi:kostenFrei/>", new Fee(FeeKind.Free) { ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31) } },
    };

    [Theory]
    [MemberData(nameof(Fees))]
    public async Task Fees_are_fixed_free_or_within_bounds(string content, Fee fee) =>
        (await ServiceAsync($"<xzufi:modulKosten><xzufi:kosten>{content}</xzufi:kosten></xzufi:modulKosten>")).Fees.Should().ContainSingle().Which.Should().Be(fee);

    [Fact]
    public async Task Assurance_types_and_forms_are_kept()
    {
        var service = await ServiceAsync("""
            <xzufi:vertrauensniveau><code>20</code></xzufi:vertrauensniveau>
            <xzufi:typisierung><code>4a</code></xzufi:typisierung><xzufi:typisierung><code>5</code></xzufi:typisierung>
            <xzufi:modulText><xzufi:weiterfuehrenderLink><xzufi:uri>https://amt.example/hund.pdf</xzufi:uri><xzufi:titel>Formular</xzufi:titel></xzufi:weiterfuehrenderLink>
              <xzufi:weiterfuehrenderLink><xzufi:uri>javascript:alert(1)</xzufi:uri></xzufi:weiterfuehrenderLink><xzufi:leikaTextmodul><code>14</code></xzufi:leikaTextmodul></xzufi:modulText>
            """);
        service.RequiredAssurance.Should().Be(new RequiredAssurance("20"));
        service.Types.Should().Equal("4a", "5");
        service.Forms.Should().Equal(new ServiceLink(new Uri("https://amt.example/hund.pdf"), "Formular"));
    }

    [Fact]
    public async Task Services_on_the_web_come_with_the_answer_of_the_smallest_area()
    {
        await using var directory = TestDirectory.With(Of(
            Service(), Unit("A", Competence("14")),
            Online("O1"), Online("O2"), Online("O3"),
            For("O1", "14"), For("O2", SmallMap.Freiberg), For("O3", SmallMap.Freiberg, Valid(to: "2020-12-31"))));
        var freiberg = await AskAsync(directory, SmallMap.Freiberg);
        freiberg.OnlineServices.Should().ContainSingle().Which.Should().BeEquivalentTo(new OnlineService(new OfficeId("S", "Onlinedienst", "O2"), "Dienst O2")
        {
            Links = [new ServiceLink(new Uri("https://dienst.example/O2"), "Starten")],
            RequiredAssurance = new RequiredAssurance("10"),
            Languages = ["de", "en"],
        });
        (await AskAsync(directory, SmallMap.Dresden)).OnlineServices.Should().ContainSingle().Which.Id.Value.Should().Be("O1");
        freiberg.Should().BeOfType<Competence.Found>();
    }

    private static string Online(string id) => Write($"""
        <xzufi:onlinedienst>
          <xzufi:id schemeAgencyID="S" schemeID="Onlinedienst">{id}</xzufi:id>
          <xzufi:bezeichnung languageCode="en">Service {id}</xzufi:bezeichnung><xzufi:bezeichnung languageCode="de">Dienst {id}</xzufi:bezeichnung>
          <xzufi:link languageCode="de"><xzufi:typ listURI="urn:xoev-de:fim:codeliste:onlinedienstlinktyp"><code>01</code></xzufi:typ><xzufi:link>https://dienst.example/{id}</xzufi:link><xzufi:titel>Starten</xzufi:titel></xzufi:link>
          <xzufi:vertrauensniveau><code>10</code></xzufi:vertrauensniveau>
          <xzufi:sprachversion><xzufi:languageCode>de</xzufi:languageCode></xzufi:sprachversion><xzufi:sprachversion><xzufi:languageCode>en-GB</xzufi:languageCode></xzufi:sprachversion>
        </xzufi:onlinedienst>
        """);

    private static string For(string online, string area, string more = "") =>
        Detached(online, Competence(area, id: $"Z{online}{area}", more: more).Replace("ZustaendigkeitOrganisationseinheit", "ZustaendigkeitOnlinedienst")).Replace("schemeID=\"Organisationseinheit\"", "schemeID=\"Onlinedienst\"");

    private static string Text(string module, string language, string text) =>
        $"<xzufi:modulText><xzufi:inhalt languageCode=\"{language}\">{text}</xzufi:inhalt><xzufi:leikaTextmodul><code>{module}</code></xzufi:leikaTextmodul></xzufi:modulText>";

    private static async Task<PublicService> ServiceAsync(string content, string name = "Hund anmelden")
    {
        await using var directory = TestDirectory.With(Of(Service(name: name, more: content)));
        return (await directory.Authorities.ListServicesAsync()).Should().ContainSingle().Subject;
    }

    private static Task<Competence> AskAsync(TestDirectory directory, string place) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(place)));
}
