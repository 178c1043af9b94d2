using System.Xml.Linq;
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

    private static XElement Read(global::DogLicence.Cases.OpenCase open) => XDocument.Load(new MemoryStream(CaseXml.Write(open))).Root!;
}
