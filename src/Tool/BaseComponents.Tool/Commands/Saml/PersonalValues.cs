using System.Xml;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>What a message tells about a person; left out so that output can be pasted into a ticket.</summary>
internal static class PersonalValues
{
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    public static void LeaveOut(XmlDocument document)
    {
        foreach (var name in (string[])["AttributeValue", "NameID"])
            foreach (var element in document.GetElementsByTagName(name, Assertion).Cast<XmlElement>().ToList())
                element.InnerText = $"[{element.InnerText.Length} characters]";
        foreach (var element in document.GetElementsByTagName("SubjectConfirmationData", Assertion).Cast<XmlElement>())
            if (element.HasAttribute("Address"))
                element.SetAttribute("Address", "[left out]");
    }
}
