using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>A file hands over all that the deliveries do: units, services, services on the web, destinations, and the report about them.</summary>
public sealed class RichSnapshotTests
{
    private const string DogDestination = "9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f";
    private const string CarDestination = "0b1f4c2d-8e5f-4a7b-8c9d-0e1f9a1c0d3e";

    private const string Contents = """
        <xzufi:anschrift><xzufi:typ><code>001</code><name>Hausanschrift</name></xzufi:typ><xzufi:strasse>Burgstraße</xzufi:strasse><xzufi:ort>Freiberg</xzufi:ort></xzufi:anschrift>
        <xzufi:anschrift><xzufi:postfach>1234</xzufi:postfach></xzufi:anschrift>
        <xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>a@freiberg.amt.example</xzufi:kennung></xzufi:kommunikation>
        <xzufi:kommunikationssystem><xzufi:kanal>De-Mail</xzufi:kanal><xzufi:kennung>a@freiberg.de-mail.example</xzufi:kennung></xzufi:kommunikationssystem>
        <xzufi:kommunikationssystem><xzufi:kanal>Servicekonto</xzufi:kanal><xzufi:kennung>BK-4711</xzufi:kennung></xzufi:kommunikationssystem>
        <xzufi:bankverbindung><xzufi:iban>DE89370400440532013000</xzufi:iban><xzufi:leistungID schemeAgencyID="S" schemeID="Leistung">L99102013104000</xzufi:leistungID></xzufi:bankverbindung>
        <xzufi:bankverbindung><xzufi:iban>DE02120300000000202051</xzufi:iban></xzufi:bankverbindung>
        <xzufi:oeffnungszeiten languageCode="de">Mo 9–12 Uhr</xzufi:oeffnungszeiten>
        <xzufi:zahlungsweise><code>010</code><name>Girokarte</name></xzufi:zahlungsweise>
        """;

    private const string Described = """
        <xzufi:modulText><xzufi:leikaTextmodul><code>05</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="en">Who keeps a dog</xzufi:inhalt></xzufi:modulText>
        <xzufi:modulBegriffImKontext><xzufi:begriffImKontext><xzufi:begriff>Hundesteuer</xzufi:begriff></xzufi:begriffImKontext></xzufi:modulBegriffImKontext>
        <xzufi:modulKosten><xzufi:kosten><xzufi:kostenFix><xzufi:betrag>96.50</xzufi:betrag></xzufi:kostenFix><xzufi:vorkasse>true</xzufi:vorkasse></xzufi:kosten></xzufi:modulKosten>
        <xzufi:vertrauensniveau><code>20</code></xzufi:vertrauensniveau>
        """;

    private static readonly string Delivered = Of(
        Service(more: Described),
        Service(Car, "Auto anmelden"),
        Unit("A", Contents + Competence(SmallMap.Freiberg, more: Destination(DogDestination)) + Competence(SmallMap.Freiberg, Car, "02", Destination(CarDestination))),
        Unit("B", Competence("14", role: "03", more: Destination(DogDestination), id: "Z3")),
        Online("D1", SmallMap.Freiberg),
        Online("D2", "14"));

    [Fact]
    public async Task A_file_answers_as_the_deliveries_do()
    {
        using var folder = new SnapshotFolder();
        await using var read = await MadeAsync(folder);
        await using var served = folder.Served();
        foreach (var service in new[] { Dog, Car })
        {
            foreach (var place in new[] { SmallMap.Freiberg, SmallMap.Dresden })
            {
                var expected = await AskAsync(read, service, place);
                (await AskAsync(served, service, place)).Should().BeEquivalentTo(expected, options => options.RespectingRuntimeTypes().ComparingByValue<LeikaKey>().ComparingByValue<RegionKey>().Excluding(answer => answer.Data));
            }
        }

        (await served.Authorities.ListServicesAsync()).Should().BeEquivalentTo(await read.Authorities.ListServicesAsync(), options => options.ComparingByValue<LeikaKey>());
    }

    [Fact]
    public async Task A_file_hands_over_what_was_delivered()
    {
        using var folder = new SnapshotFolder();
        await using var read = await MadeAsync(folder);
        await using var served = folder.Served();
        var dog = (await AskAsync(served, Dog, SmallMap.Freiberg)).Should().BeOfType<Competence.Found>().Subject;
        dog.Office.Destination.Should().Be(Guid.Parse(DogDestination));
        dog.Office.Destinations.Should().BeEquivalentTo([Guid.Parse(DogDestination), Guid.Parse(CarDestination)]);
        dog.Office.AccountsFor(LeikaKey.Parse(Dog)).Should().ContainSingle().Which.Iban.Should().Be("DE89370400440532013000");
        dog.Office.AccountsFor(LeikaKey.Parse(Car)).Should().ContainSingle().Which.Iban.Should().Be("DE02120300000000202051");
        dog.OnlineServices.Should().ContainSingle().Which.Id.Value.Should().Be("D1");
        var car = (await AskAsync(served, Car, SmallMap.Freiberg)).Should().BeOfType<Competence.Found>().Subject.Office;
        (car.Role, car.Destination).Should().Be((OfficeRole.CompetentAndContact, Guid.Parse(CarDestination)));
        var elsewhere = await AskAsync(served, Dog, SmallMap.Dresden);
        elsewhere.Should().BeOfType<Competence.NotFound>();
        elsewhere.OnlineServices.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new OnlineService(new OfficeId("S", "Onlinedienst", "D2"), "Dienst D2") { Links = [new ServiceLink(new Uri("https://dienst.example/D2"))] });
    }

    [Fact]
    public async Task The_fast_way_hands_over_the_destination_too()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft());
        using var snapshot = folder.Open();
        snapshot.TryFind(LeikaKey.Parse(Dog), RegionKey.Parse(SmallMap.Freiberg), out var found).Should().BeTrue();
        found.GetOffice(0).Destination.Should().Be(SnapshotFolder.Destination);
        snapshot.TryFind(LeikaKey.Parse(Dog), RegionKey.Parse(SmallMap.Dresden), out found).Should().BeTrue();
        found.GetOffice(0).Destination.Should().BeNull();
    }

    [Fact]
    public async Task The_report_over_a_file_is_that_over_its_deliveries()
    {
        using var folder = new SnapshotFolder();
        await using var read = await MadeAsync(folder);
        await using var served = folder.Served();
        var (expected, report) = (await read.Authorities.CheckQualityAsync(), await served.Authorities.CheckQualityAsync());
        expected.Findings.Should().NotBeEmpty();
        report.Findings.Should().BeEquivalentTo(expected.Findings);
        (report.Counts.Count, report.SkippedObjects).Should().Be((expected.Counts.Count, expected.SkippedObjects));
    }

    [Fact]
    public async Task Two_destinations_for_one_competence_contradict_each_other()
    {
        await using var directory = TestDirectory.With(Of(
            Service(), Unit("A", Competence("14", more: Destination(DogDestination), id: "Z1") + Competence("14", more: Destination(CarDestination), id: "Z2"))));
        (await AskAsync(directory, Dog, SmallMap.Freiberg)).Should().BeOfType<Competence.Found>().Which.Office.Destination.Should().BeNull();
        (await directory.Authorities.CheckQualityAsync()).Counts.Should().ContainKey(BaseComponents.Authorities.Quality.QualityFindingKind.IdleDestination);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deleted_service_on_the_web_is_gone_in_any_order(bool deletedFirst)
    {
        const string deletion = """<xzufi:loesche klasse="Onlinedienst"><xzufi:id schemeAgencyID="S" schemeID="Onlinedienst">D2</xzufi:id></xzufi:loesche>""";
        string[] messages = [Of(Service(), Unit("A", Competence("14")), Online("D1", "14"), Online("D2", "14")), Of(deletion)];
        await using var directory = TestDirectory.With(messages[deletedFirst ? 1 : 0]);
        directory.Write("second.xml", messages[deletedFirst ? 0 : 1]);
        directory.Settings["A:Deliveries:1"] = directory.PathOf("second.xml");
        (await AskAsync(directory, Dog, SmallMap.Freiberg)).OnlineServices.Should().ContainSingle().Which.Id.Value.Should().Be("D1");
        (await directory.Authorities.GetStatusAsync()).SkippedObjects.Should().Be(0);
    }

    private static string Destination(string value) => $"<xzufi:idSekundaer schemeID=\"urn:de:fitko:fit-connect:xzufi:destination\" schemeAgencyID=\"urn:de:fitko\">{value}</xzufi:idSekundaer>";

    private static string Online(string id, string area) => Write($"""
        <xzufi:onlinedienst>
          <xzufi:id schemeAgencyID="S" schemeID="Onlinedienst">{id}</xzufi:id>
          <xzufi:bezeichnung languageCode="de">Dienst {id}</xzufi:bezeichnung>
          <xzufi:link><xzufi:link>https://dienst.example/{id}</xzufi:link></xzufi:link>
          {Competence(area, id: $"Z{id}").Replace("ZustaendigkeitOrganisationseinheit", "ZustaendigkeitOnlinedienst", StringComparison.Ordinal)}
        </xzufi:onlinedienst>
        """);

    private static async Task<TestDirectory> MadeAsync(SnapshotFolder folder)
    {
        var sources = TestDirectory.With(Delivered);
        await sources.Provider.GetRequiredKeyedService<SnapshotMaker>("").MakeAsync(folder.Path, folder.Key);
        return sources;
    }

    private static Task<Competence> AskAsync(TestDirectory directory, string service, string place) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(service), Place.Of(RegionKey.Parse(place)));
}
