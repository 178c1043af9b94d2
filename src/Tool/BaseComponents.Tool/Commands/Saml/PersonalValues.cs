using System.Xml;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>What a message tells about a person; left out so that output can be pasted into a ticket.</summary>
internal static class PersonalValues
{
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";

    // Texts for people may repeat what a person entered.
    private static readonly (string Name, string Namespace)[] Contents = [("AttributeValue", Assertion), ("NameID", Assertion), ("StatusMessage", Protocol), ("StatusDetail", Protocol)];
    private static readonly (string Element, string Attribute)[] Attributes =
        [("SubjectConfirmationData", "Address"), ("SubjectLocality", "Address"), ("SubjectLocality", "DNSName"), ("NameID", "SPProvidedID")];

    public static void LeaveOut(XmlDocument document)
    {
        foreach (var (name, @namespace) in Contents)
            foreach (var element in document.GetElementsByTagName(name, @namespace).Cast<XmlElement>().ToList())
                element.InnerText = $"[{element.InnerText.Length} characters]";
        foreach (var (name, attribute) in Attributes)
            foreach (var element in document.GetElementsByTagName(name, Assertion).Cast<XmlElement>())
                if (element.HasAttribute(attribute))
                    element.SetAttribute(attribute, "[left out]");
    }
}
