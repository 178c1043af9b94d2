using System.Xml;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>Namespace and identifiers of the Sandbox's deliveries.</summary>
internal static class XzufiNames
{
    public const string Prefix = "xzufi";
    public const string Namespace = "http://xoev.de/schemata/xzufi/2_2_0";
    public const string Service = "Leistung";
    public const string Unit = "Organisationseinheit";
    public const string Competence = "ZustaendigkeitOrganisationseinheit";
    public const string Region = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs";
    private const string Agency = "SANDBOX";

    public static void WriteIdentifier(this XmlWriter xml, string element, string scheme, string value)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("schemeAgencyID", Agency);
        xml.WriteAttributeString("schemeID", scheme);
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    /// <summary>A code type: its children have no namespace by the standard, but some editors qualify them.</summary>
    public static void WriteCode(this XmlWriter xml, string element, string? list, string code, bool qualified, string? name = null)
    {
        var children = qualified ? Namespace : "";
        xml.WriteStartElement(element, Namespace);
        if (list is not null)
            xml.WriteAttributeString("listURI", list);
        xml.WriteElementString("code", children, code);
        if (name is not null)
            xml.WriteElementString("name", children, name);
        xml.WriteEndElement();
    }

    /// <summary>The destination of FIT-Connect, whose scheme is the same for all editors.</summary>
    public static void WriteDestination(this XmlWriter xml, Guid destination)
    {
        xml.WriteStartElement("idSekundaer", Namespace);
        xml.WriteAttributeString("schemeAgencyID", "urn:de:fitko");
        xml.WriteAttributeString("schemeID", "urn:de:fitko:fit-connect:xzufi:destination");
        xml.WriteString(destination.ToString());
        xml.WriteEndElement();
    }

    public static void WriteGerman(this XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("languageCode", "de");
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
