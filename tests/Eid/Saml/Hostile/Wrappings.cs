using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>A way to wrap.</summary>
/// <param name="Place">Where the signed element goes.</param>
/// <param name="Identifier">How the forged one is named.</param>
/// <param name="MovesSignature">Whether the signature goes over to the forged one, or stays with the signed one.</param>
internal sealed record Wrapping(string Place, string Identifier, bool MovesSignature)
{
    public override string ToString() => $"{Place}, identifier {Identifier}, signature {(MovesSignature ? "moved" : "left")}";
}

/// <summary>Signature wrapping: the signed element is moved to where nobody looks, and a forged one takes its place.</summary>
internal static class Wrappings
{
    public static IReadOnlyList<string> Identifiers { get; } = ["same", "other", "none", "lower", "mixed", "xml", "foreign"];

    public static IReadOnlyList<string> Places { get; } =
    [
        "sibling-before", "sibling-after", "extensions", "status-detail", "object", "advice", "attribute-value", "subject", "wrapper-around", "wrapper-within", "key-info", "signed-info", "conditions",
    ];

    public static IEnumerable<Wrapping> All => from place in Places from identifier in Identifiers from moves in new[] { true, false } select new Wrapping(place, identifier, moves);

    /// <summary>Wraps the signed assertion of a response.</summary>
    public static (XmlDocument Document, XmlElement Forged, XmlElement Genuine) OfAssertion(XmlDocument document, Wrapping wrapping)
    {
        var genuine = Answers.AssertionOf(document);
        var forged = Forged(genuine, wrapping.Identifier);
        var signature = Answers.SignatureOf(genuine);
        genuine.ParentNode!.ReplaceChild(forged, genuine);
        if (wrapping.MovesSignature)
            forged.InsertAfter(signature, Issuer(forged));
        Put(document, genuine, forged, wrapping.Place);
        return (document, forged, genuine);
    }

    /// <summary>Wraps a signed response; a plain forged one is made from a draft, where the signed one is encrypted.</summary>
    public static (XmlDocument Document, XmlElement Forged, XmlElement Genuine) OfResponse(XmlDocument document, Wrapping wrapping, XmlDocument? draft = null)
    {
        var genuine = document.DocumentElement!;
        var signature = Answers.SignatureOf(genuine);
        var forged = Forged(draft is null ? genuine : (XmlElement)document.ImportNode(draft.DocumentElement!, deep: true), wrapping.Identifier);
        document.ReplaceChild(forged, genuine);
        if (wrapping.MovesSignature)
            forged.InsertAfter(signature, Issuer(forged));
        Put(document, genuine, forged, wrapping.Place);
        return (document, forged, genuine);
    }

    public static XmlElement Forged(XmlElement genuine, string identifier)
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
            case "xml": Name(forged, "xml", "id", "http://www.w3.org/XML/1998/namespace", id); forged.SetAttribute("ID", "_forged"); break;
            case "foreign": Name(forged, "f", "ID", "urn:foreign", id); forged.SetAttribute("ID", "_forged"); break;
        }

        return forged;
    }

    private static void Name(XmlElement forged, string prefix, string name, string @namespace, string id)
    {
        var attribute = forged.OwnerDocument.CreateAttribute(prefix, name, @namespace);
        attribute.Value = id;
        forged.SetAttributeNode(attribute);
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
