using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>Finished answers, and what the reader makes of them.</summary>
internal static class Answers
{
    public const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    public const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    public static XmlDocument SignedAssertion(ForgedResponse? response = null, ForgedSignature? signature = null)
    {
        var document = (response ?? new ForgedResponse()).ToXml();
        (signature ?? new ForgedSignature()).Apply(AssertionOf(document));
        return document;
    }

    public static XmlDocument SignedResponse(ForgedResponse? response = null, ForgedSignature? signature = null)
    {
        var document = (response ?? new ForgedResponse()).ToXml();
        (signature ?? new ForgedSignature()).Apply(document.DocumentElement!);
        return document;
    }

    /// <summary>As the state's services send it: the assertion signed and encrypted, the response signed around it.</summary>
    public static XmlDocument Encrypted(ForgedResponse? response = null, ForgedEncryption? encryption = null, bool signAssertion = true, bool signResponse = true)
    {
        var document = (response ?? new ForgedResponse()).ToXml();
        if (signAssertion)
            new ForgedSignature().Apply(AssertionOf(document));
        (encryption ?? new ForgedEncryption()).Apply(AssertionOf(document));
        if (signResponse)
            new ForgedSignature().Apply(document.DocumentElement!);
        return document;
    }

    public static XmlElement AssertionOf(XmlDocument document) => document.GetElementsByTagName("Assertion", Assertion).Cast<XmlElement>().First();

    public static XmlElement SignatureOf(XmlElement element) => element.ChildNodes.OfType<XmlElement>().Single(child => child.LocalName == "Signature");

    public static SamlAnswer Read(XmlDocument document, SamlExpectation? expectation = null) => Read(document.OuterXml, expectation);

    public static SamlAnswer Read(string xml, SamlExpectation? expectation = null) => Parties.Reader.Read(Encoding.UTF8.GetBytes(xml), expectation ?? Parties.Expectation);
}
