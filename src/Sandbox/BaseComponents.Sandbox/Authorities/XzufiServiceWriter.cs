using System.Xml;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>Writes a <c>leistung</c>.</summary>
internal static class XzufiServiceWriter
{
    private const string TextModules = "urn:de:xzufi:codeliste:leistungstextmodulleika";

    public static void Write(XmlWriter xml, ServiceEntry service)
    {
        xml.WriteStartElement("schreibe", XzufiNames.Namespace);
        xml.WriteStartElement("leistung", XzufiNames.Namespace);
        xml.WriteIdentifier("id", XzufiNames.Service, service.Key[2..]);
        xml.WriteCode("referenzLeiKa", list: null, service.Key, qualified: false);
        xml.WriteStartElement("modulText", XzufiNames.Namespace);
        xml.WriteCode("leikaTextmodul", TextModules, "03", qualified: false);
        xml.WriteGerman("inhalt", service.Name);
        xml.WriteEndElement();
        WriteSynonyms(xml, service);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSynonyms(XmlWriter xml, ServiceEntry service)
    {
        xml.WriteStartElement("modulBegriffImKontext", XzufiNames.Namespace);
        foreach (var synonym in service.Synonyms)
        {
            xml.WriteStartElement("begriffImKontext", XzufiNames.Namespace);
            xml.WriteGerman("begriff", synonym);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
