using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml.Internal;

namespace BaseComponents.Eid.Saml.BundId;

/// <summary>The request extension of BundID, version 2, in the order of its sample.</summary>
/// <remarks>BundID interface description 10.2, sections 6 and 9; namespaces below https://www.akdb.de/request/2018/09.</remarks>
internal static class BundIdExtension
{
    private const string Display = SamlNames.Akdb + "/classic-ui/v1";

    // Methods in the order of the schema, which is that of the alphabet.
    private static readonly (BundIdMethod Method, string Name)[] Names =
    [
        (BundIdMethod.Authega, "Authega"),
        (BundIdMethod.UserName, "Benutzername"),
        (BundIdMethod.Diia, "Diia"),
        (BundIdMethod.EID, "eID"),
        (BundIdMethod.EIDAS, "eIDAS"),
        (BundIdMethod.Elster, "Elster"),
        (BundIdMethod.FINK, "FINK"),
    ];

    public static string Write(BundIdRequest request)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            writer.WriteStartElement("akdb", "AuthenticationRequest", SamlNames.Akdb);
            writer.WriteAttributeString("Version", "2");
            writer.WriteAttributeString("EnableStatusDetail", "true");
            if (request.Methods.Count > 0)
                WriteMethods(writer, request.Methods);
            WriteAttributes(writer, request.Attributes);
            WriteDisplay(writer, request);
        }

        return text.ToString();
    }

    private static void WriteMethods(XmlWriter writer, IReadOnlyList<BundIdMethod> methods)
    {
        writer.WriteStartElement("AuthnMethods", SamlNames.Akdb);
        foreach (var (method, name) in Names)
        {
            writer.WriteStartElement(name, SamlNames.Akdb);
            writer.WriteElementString("Enabled", SamlNames.Akdb, methods.Contains(method) ? "true" : "false");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter writer, IReadOnlyList<SamlRequestedAttribute> attributes)
    {
        writer.WriteStartElement("RequestedAttributes", SamlNames.Akdb);
        WriteAttribute(writer, BundIdAttributes.AssertionProvedBy, isRequired: true);
        foreach (var attribute in attributes)
            foreach (var name in BundIdAttributes.Of.GetValueOrDefault(attribute.Attribute.GetValueOrDefault(), []))
                WriteAttribute(writer, name, attribute.Required);
        writer.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter writer, string name, bool isRequired)
    {
        writer.WriteStartElement("RequestedAttribute", SamlNames.Akdb);
        writer.WriteAttributeString("Name", name);
        writer.WriteAttributeString("RequiredAttribute", isRequired ? "true" : "false");
        writer.WriteEndElement();
    }

    private static void WriteDisplay(XmlWriter writer, BundIdRequest request)
    {
        writer.WriteStartElement("DisplayInformation", SamlNames.Akdb);
        writer.WriteStartElement("classic-ui", "Version", Display);
        writer.WriteElementString("OrganizationDisplayName", Display, request.OrganisationDisplayName);
        writer.WriteElementString("Lang", Display, request.Language);
        if (request.BackAddress is { } back)
            writer.WriteElementString("BackURL", Display, back.AbsoluteUri);
        writer.WriteElementString("OnlineServiceId", Display, request.OnlineServiceId);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
