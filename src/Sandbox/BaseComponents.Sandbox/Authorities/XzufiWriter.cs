using System.Globalization;
using System.Xml;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>
/// Writes a delivery in the transfer style of XZuFi 2.2. It shows what editors do differently: competences within the unit and detached,
/// codes without and with a namespace.
/// </summary>
internal static class XzufiWriter
{
    public static byte[] Write(IReadOnlyList<ServiceEntry> services, IReadOnlyList<SandboxOffice> offices, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true }))
        {
            Open(xml, now);
            foreach (var service in services)
                XzufiServiceWriter.Write(xml, service);
            for (var index = 0; index < offices.Count; index++)
                new XzufiUnitWriter(xml, qualifiedCodes: index % 3 == 0).Write(offices[index], detached: index % 2 == 1);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Open(XmlWriter xml, DateTimeOffset now)
    {
        xml.WriteStartElement(XzufiNames.Prefix, "transfer", XzufiNames.Namespace);
        xml.WriteAttributeString("produktbezeichnung", "BaseComponents Sandbox");
        xml.WriteAttributeString("produkthersteller", "BaseComponents");
        xml.WriteAttributeString("produktversion", "1");
        xml.WriteAttributeString("xzufiVersion", "2.2.0");
        xml.WriteStartElement("nachrichtenkopf", XzufiNames.Namespace);
        xml.WriteElementString("nachrichtUUID", XzufiNames.Namespace, Guid.NewGuid().ToString());
        xml.WriteElementString("erstelltDatumZeit", XzufiNames.Namespace, now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
