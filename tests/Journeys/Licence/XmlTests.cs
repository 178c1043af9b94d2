using System.Xml.Linq;
using System.Xml.Schema;
using DogLicence.Documents;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class XmlTests
{
    private static readonly XNamespace Ns = CaseXml.Namespace;

    [Fact]
    public void Names_arrive_letter_by_letter()
    {
        var xml = Read(SampleCase.Open());

        xml.Element(Ns + "halter")!.Element(Ns + "familienname")!.Value.Should().Be(SampleCase.HardName);
        xml.Element(Ns + "halter")!.Element(Ns + "geburtsdatum")!.Value.Should().Be("1970-08");
        xml.Element(Ns + "hund")!.Element(Ns + "geburt")!.Value.Should().Be("2024-03");
        xml.Element(Ns + "steuer")!.Element(Ns + "betrag")!.Value.Should().Be("84.00");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_document_has_the_documented_shape(bool isCompany)
    {
        var document = new XDocument(Read(isCompany ? SampleCase.OpenCompany() : SampleCase.Open()));

        Faults(document).Should().BeEmpty();
        document.Root!.Add(new XElement(Ns + "unbekannt"));
        Faults(document).Should().NotBeEmpty("the schema is one that refuses something");
    }

    [Fact]
    public void A_company_is_written_with_its_register_and_who_acts_for_it()
    {
        var owner = Read(SampleCase.OpenCompany()).Element(Ns + "halter")!;

        owner.Attribute("art")!.Value.Should().Be("unternehmen");
        owner.Element(Ns + "anzeigename")!.Value.Should().Be("Zwinger & Söhne <GmbH>");
        owner.Element(Ns + "registernummer")!.Value.Should().Be("HRB 99001");
        owner.Element(Ns + "handelndePerson")!.Value.Should().Be(SampleCase.HardName);
        owner.Element(Ns + "fehlt")!.Attribute("grund")!.Value.Should().Be("nicht übermittelt");
    }

    [Fact]
    public void Markup_in_a_value_stays_text()
    {
        var xml = Read(SampleCase.Open(dogName: "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;"));

        xml.Element(Ns + "hund")!.Element(Ns + "rufname")!.Value.Should().Be("<!DOCTYPE a [<!ENTITY b 'c'>]>&b;");
    }

    [Fact]
    public void What_is_unknown_has_no_element() => Read(SampleCase.Open()).Element(Ns + "halter")!.Element(Ns + "geburtsname").Should().BeNull();

    [Fact]
    public void A_character_that_XML_forbids_is_refused_instead_of_dropped() =>
        FluentActions.Invoking(() => CaseXml.Write(SampleCase.Open(dogName: "a\u0001b"))).Should().Throw<ArgumentException>();

    private static List<string> Faults(XDocument document)
    {
        var (faults, schemas) = (new List<string>(), new XmlSchemaSet());
        schemas.Add(CaseXml.Namespace, Path.Combine(TestPaths.Sample, "Documents", "hundeanmeldung.xsd"));
        document.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static XElement Read(global::DogLicence.Cases.OpenCase open) => XDocument.Load(new MemoryStream(CaseXml.Write(open))).Root!;
}
