using System.Globalization;
using System.Xml;
using BaseComponents.Sandbox.Authorities.Routing;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>Writes an <c>organisationseinheit</c> and its competences.</summary>
internal sealed class XzufiUnitWriter(XmlWriter xml, bool qualifiedCodes)
{
    private const string Channels = "urn:de:xoev:codeliste:erreichbarkeit";

    public void Write(SandboxOffice office, bool detached)
    {
        xml.WriteStartElement("schreibe", XzufiNames.Namespace);
        xml.WriteStartElement("organisationseinheit", XzufiNames.Namespace);
        xml.WriteIdentifier("id", XzufiNames.Unit, office.Id);
        xml.WriteStartElement("name", XzufiNames.Namespace);
        xml.WriteGerman("name", office.Name);
        xml.WriteEndElement();
        WriteAddress(office);
        WriteChannel("01", office.MailAddress);
        if (!detached)
            WriteCompetences(office, WriteCompetence);
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (detached)
            WriteCompetences(office, WriteDetached);
    }

    private void WriteAddress(SandboxOffice office)
    {
        xml.WriteStartElement("anschrift", XzufiNames.Namespace);
        xml.WriteElementString("strasse", XzufiNames.Namespace, "Musterstraße");
        xml.WriteElementString("hausnummer", XzufiNames.Namespace, "1");
        xml.WriteElementString("postleitzahl", XzufiNames.Namespace, office.PostalCode);
        xml.WriteElementString("ort", XzufiNames.Namespace, office.City);
        xml.WriteEndElement();
    }

    private void WriteChannel(string channel, string value)
    {
        xml.WriteStartElement("kommunikation", XzufiNames.Namespace);
        xml.WriteCode("kanal", Channels, channel, qualifiedCodes);
        xml.WriteElementString("kennung", XzufiNames.Namespace, value);
        xml.WriteEndElement();
    }

    private static void WriteCompetences(SandboxOffice office, Action<SandboxOffice, string> write)
    {
        foreach (var service in office.Services)
            write(office, service);
    }

    private void WriteDetached(SandboxOffice office, string service)
    {
        xml.WriteStartElement("schreibe", XzufiNames.Namespace);
        xml.WriteStartElement("zustaendigkeitTransferObjekt", XzufiNames.Namespace);
        xml.WriteIdentifier("uebergeordnetesObjektID", XzufiNames.Unit, office.Id);
        WriteCompetence(office, service);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteCompetence(SandboxOffice office, string service)
    {
        xml.WriteStartElement("zustaendigkeit", XzufiNames.Namespace);
        xml.WriteIdentifier("id", XzufiNames.Competence, string.Create(CultureInfo.InvariantCulture, $"{office.Id}.{service}"));
        xml.WriteIdentifier("leistungID", XzufiNames.Service, service[2..]);
        foreach (var area in office.Areas)
            xml.WriteIdentifier("gebietID", XzufiNames.Region, area);
        xml.WriteCode("rolle", list: null, office.Role, qualifiedCodes);
        if (office.AdvisesOnly)
            xml.WriteElementString("auspraegung", XzufiNames.Namespace, "Beraten");
        if (SandboxDestinations.Of(office) is { } destination)
            xml.WriteDestination(destination);
        WriteValidity(office.ValidUntil);
        xml.WriteEndElement();
    }

    private void WriteValidity(string? until)
    {
        if (until is null)
            return;
        xml.WriteStartElement("gueltigkeit", XzufiNames.Namespace);
        xml.WriteElementString("ende", XzufiNames.Namespace, until);
        xml.WriteEndElement();
    }
}
