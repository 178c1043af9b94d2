using System.Text;
using System.Xml.Linq;
using BaseComponents.Tests.Journeys.Browser;
using DogLicence.Documents;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.LogIns;

/// <summary>A breeder's company, from the search to the receipt.</summary>
public sealed class CompanyWayTests(Chromium chromium) : Journey(chromium)
{
    private static readonly XNamespace Ns = CaseXml.Namespace;

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_company_registers_a_dog_and_the_office_gets_its_register_data(int width)
    {
        var citizen = await ArriveAsync($"company-{width}", width, attentive: true);

        await citizen.WalkToPayPageAsync("Musterbau GmbH", LogInWay.Unternehmenskonto);
        await citizen.PressAsync("Bezahlen");
        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
        await citizen.LookAsync("quittung");
        await citizen.FollowAsync("Antrag ansehen");
        await citizen.ArriveAtAsync("Ihr Antrag");
        await citizen.LookAsync("antrag");

        (await citizen.Page.InnerTextAsync("main")).Should().ContainAll("Musterbau GmbH", "HRB 99001", "Amtsgericht Dresden", "Industriestraße 40", "Max Bauer", "Mein Unternehmenskonto", "substanziell")
            .And.NotContain("Geburtsdatum");
        using var reader = new global::DogLicence.Walkthrough.Browser();
        var mail = await new Inbox(reader, Fresh.Server.Sandbox!.Address).WaitForAsync($"Anmeldung eines Hundes, Vorgang {citizen.Number}", TestContext.Current.CancellationToken);
        var files = await mail.FilesAsync(TestContext.Current.CancellationToken);
        var owner = XDocument.Parse(Encoding.UTF8.GetString(files.Single(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)).Content)).Root!.Element(Ns + "halter")!;
        owner.Attribute("art")!.Value.Should().Be("unternehmen");
        owner.Elements().Select(element => element.Name.LocalName).Should()
            .Equal("anzeigename", "rechtsform", "registernummer", "registergericht", "handelndePerson", "anschriftzeile", "anschriftzeile", "anmeldung", "vertrauensniveau");
        Encoding.UTF8.GetString(files.Single(file => file.Name.EndsWith(".csv", StringComparison.Ordinal)).Content).Should().ContainAll("\"Unternehmen oder Verein\"", "\"HRB 99001\"", "\"Max Bauer\"");
    }

    [Fact]
    public async Task A_breeder_with_a_certificate_of_their_own_is_a_person()
    {
        var citizen = await ArriveAsync("company-person");
        await citizen.BeginAsync();

        await citizen.LogInAsync("Greta Zertifikat", LogInWay.Unternehmenskonto);

        await citizen.ArriveAtAsync("Angaben zu Ihnen und zum Hund");
        (await citizen.Page.InnerTextAsync("dl")).Should().ContainAll("Greta Zertifikat", "09.01.1979", "Parkweg 12").And.NotContain("Firmenname");
    }
}
