using System.Globalization;
using System.Text;
using System.Xml;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>Writes a page of the history in the transfer style, with all competences detached, as the service of bulk data does.</summary>
internal static class BulkMessage
{
    /// <param name="entries">What the page holds; at least one.</param>
    /// <param name="index">Where it begins in the history: a later page is the newer one, also at the same second.</param>
    public static string Write(IReadOnlyList<HistoryEntry> entries, int index)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true }))
        {
            Open(xml, entries.Max(entry => entry.At), index);
            foreach (var entry in entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Open(XmlWriter xml, DateTimeOffset at, int index)
    {
        xml.WriteStartElement(XzufiNames.Prefix, "transfer", XzufiNames.Namespace);
        xml.WriteAttributeString("xzufiVersion", "2.2.0");
        xml.WriteStartElement("nachrichtenkopf", XzufiNames.Namespace);
        xml.WriteElementString("nachrichtUUID", XzufiNames.Namespace, Guid.NewGuid().ToString());
        xml.WriteElementString("erstelltDatumZeit", XzufiNames.Namespace, at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteElementString("transaktionID", XzufiNames.Namespace, "sandbox");
        xml.WriteElementString("transaktionPosition", XzufiNames.Namespace, index.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(XmlWriter xml, HistoryEntry entry)
    {
        if (entry.Service is { } service)
            XzufiServiceWriter.Write(xml, service);
        if (entry.Office is { } office)
            new XzufiUnitWriter(xml, qualifiedCodes: false).Write(office, detached: true);
        if (entry.Deleted is not { } deleted)
            return;
        foreach (var competence in deleted.Services)
            Delete(xml, "Zustaendigkeit", XzufiNames.Competence, $"{deleted.Id}.{competence}");
        Delete(xml, "Organisationseinheit", XzufiNames.Unit, deleted.Id);
    }

    private static void Delete(XmlWriter xml, string kind, string scheme, string id)
    {
        xml.WriteStartElement("loesche", XzufiNames.Namespace);
        xml.WriteAttributeString("klasse", kind);
        xml.WriteIdentifier("id", scheme, id);
        xml.WriteEndElement();
    }
}
