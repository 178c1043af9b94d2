using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>
/// Signature wrapping: the signed element is moved to where nobody looks, and a forged one takes its place. Every place is combined with every
/// way to treat the identifiers, for a signed assertion and for a signed response.
/// </summary>
public sealed class WrappingTests
{
    private static readonly string[] Identifiers = ["same", "other", "none", "lower", "mixed", "xml", "foreign"];

    private static readonly string[] Places =
    [
        "sibling-before", "sibling-after", "extensions", "status-detail", "object", "advice", "attribute-value", "subject", "wrapper-around", "wrapper-within", "key-info", "signed-info", "conditions",
    ];

    public static TheoryData<string, string, bool> All
    {
        get
        {
            var cells = new TheoryData<string, string, bool>();
            foreach (var place in Places)
                foreach (var identifier in Identifiers)
                    foreach (var moveSignature in new[] { true, false })
                        cells.Add(place, identifier, moveSignature);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_forged_assertion_in_place_of_the_signed_one(string place, string identifier, bool moveSignature)
    {
        var document = Answers.SignedAssertion();
        var genuine = Answers.AssertionOf(document);
        var forged = Forged(genuine, identifier);
        var signature = Answers.SignatureOf(genuine);
        genuine.ParentNode!.ReplaceChild(forged, genuine);
        if (moveSignature)
            forged.InsertAfter(signature, Issuer(forged));

        Put(document, genuine, forged, place);

        Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_forged_response_in_place_of_the_signed_one(string place, string identifier, bool moveSignature)
    {
        var document = Answers.SignedResponse();
        var genuine = document.DocumentElement!;
        var signature = Answers.SignatureOf(genuine);
        var forged = Forged(genuine, identifier);
        document.ReplaceChild(forged, genuine);
        if (moveSignature)
            forged.InsertAfter(signature, Issuer(forged));

        Put(document, genuine, forged, place);

        Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>();
    }

    [Fact]
    public void A_signed_assertion_beside_a_forged_one_in_either_order()
    {
        foreach (var first in new[] { true, false })
        {
            var document = Answers.SignedAssertion();
            var genuine = Answers.AssertionOf(document);
            var forged = Forged(genuine, "other");
            document.DocumentElement!.InsertBefore(forged, first ? genuine : null);
            Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>();
        }
    }

    [Fact]
    public void A_plain_forged_assertion_beside_an_encrypted_genuine_one()
    {
        foreach (var first in new[] { true, false })
        {
            var document = Answers.Encrypted(signResponse: false);
            var forged = (XmlElement)document.ImportNode(Answers.AssertionOf(new ForgedResponse().ToXml()), deep: true);
            var encrypted = document.GetElementsByTagName("EncryptedAssertion", Answers.Assertion)[0]!;
            document.DocumentElement!.InsertBefore(forged, first ? encrypted : null);
            Answers.Read(document).ShouldBeRefused("assertion-not-single");
        }
    }

    private static XmlElement Forged(XmlElement genuine, string identifier)
    {
        var forged = (XmlElement)genuine.CloneNode(deep: true);
        foreach (var signature in forged.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == "Signature").ToList())
            forged.RemoveChild(signature);
        forged.InnerXml = forged.InnerXml.Replace("ERIKA", "MALLORY", StringComparison.Ordinal);
        var id = forged.GetAttribute("ID");
        if (identifier != "same")
            forged.RemoveAttribute("ID");
        switch (identifier)
        {
            case "other": forged.SetAttribute("ID", "_forged"); break;
            case "lower": forged.SetAttribute("id", id); break;
            case "mixed": forged.SetAttribute("Id", id); forged.SetAttribute("ID", "_forged"); break;
            case "xml": forged.SetAttribute("id", "http://www.w3.org/XML/1998/namespace", id); forged.SetAttribute("ID", "_forged"); break;
            case "foreign": forged.SetAttribute("ID", "urn:foreign", id); forged.SetAttribute("ID", "_forged"); break;
        }

        return forged;
    }

    private static XmlElement Issuer(XmlElement parent) => parent.ChildNodes.OfType<XmlElement>().First(child => child.LocalName == "Issuer");

    private static void Put(XmlDocument document, XmlElement genuine, XmlElement forged, string place)
    {
        var root = document.DocumentElement!;
        switch (place)
        {
            case "sibling-before":
                (forged == root ? forged : root).InsertBefore(genuine, (forged == root ? forged : root).FirstChild);
                break;
            case "sibling-after":
                (forged == root ? forged : root).AppendChild(genuine);
                break;
            case "extensions":
                Append(root, "samlp", "Extensions", Answers.Protocol).AppendChild(genuine);
                break;
            case "status-detail":
                Append((XmlElement)root.GetElementsByTagName("Status", Answers.Protocol)[0]!, "samlp", "StatusDetail", Answers.Protocol).AppendChild(genuine);
                break;
            case "object":
                Append(SignatureOrNew(forged), "ds", "Object", ForgedSignature.Dsig).AppendChild(genuine);
                break;
            case "key-info":
                Append(SignatureOrNew(forged), "ds", "KeyInfo", ForgedSignature.Dsig).AppendChild(genuine);
                break;
            case "signed-info":
                Append(SignatureOrNew(forged), "ds", "SignedInfo", ForgedSignature.Dsig).AppendChild(genuine);
                break;
            case "advice":
                Append(AssertionIn(forged), "saml", "Advice", Answers.Assertion).AppendChild(genuine);
                break;
            case "attribute-value":
                ((XmlElement)forged.GetElementsByTagName("AttributeValue", Answers.Assertion)[0]!).AppendChild(genuine);
                break;
            case "subject":
                ((XmlElement)forged.GetElementsByTagName("SubjectConfirmationData", Answers.Assertion)[0]!).AppendChild(genuine);
                break;
            case "conditions":
                ((XmlElement)forged.GetElementsByTagName("Conditions", Answers.Assertion)[0]!).AppendChild(genuine);
                break;
            case "wrapper-around":
                var wrapper = document.CreateElement("w", "Wrapper", "urn:wrapper");
                wrapper.AppendChild(genuine);
                root.AppendChild(wrapper);
                break;
            case "wrapper-within":
                genuine.AppendChild(forged.ParentNode is XmlDocument ? forged.CloneNode(deep: true) : forged);
                if (forged != root)
                    root.AppendChild(genuine);
                else
                    forged.AppendChild(genuine);
                break;
        }
    }

    private static XmlElement AssertionIn(XmlElement forged) => forged.LocalName == "Assertion" ? forged : (XmlElement)forged.GetElementsByTagName("Assertion", Answers.Assertion)[0]!;

    private static XmlElement SignatureOrNew(XmlElement forged) =>
        forged.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "Signature") ?? Append(forged, "ds", "Signature", ForgedSignature.Dsig);

    private static XmlElement Append(XmlElement parent, string prefix, string name, string @namespace) =>
        (XmlElement)parent.AppendChild(parent.OwnerDocument.CreateElement(prefix, name, @namespace))!;
}
