using System.Xml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>What an attacker does to a signed message: the signature stays valid, or not, and somebody else stands in the body.</summary>
internal static class ForgedBody
{
    public const string Name = "ANGREIFER";
    private static readonly string[] _targets = ["FamilyNames", "GivenNames", "ID", "ResultMajor"];

    /// <summary>Changes a value of the body.</summary>
    public static void Tamper(XmlElement envelope) => Change(BodyOf(envelope));

    /// <summary>Moves the signed body into the header.</summary>
    /// <param name="envelope">The signed message.</param>
    /// <param name="id">Of the forged body; null for the same as that of the signed one.</param>
    public static void Wrap(XmlElement envelope, string? id)
    {
        var body = BodyOf(envelope);
        var forged = Forged(body, id);
        envelope.ReplaceChild(forged, body);
        var hidingPlace = envelope.OwnerDocument.CreateElement("x", "Wrapper", "urn:basecomponents:sandbox");
        hidingPlace.AppendChild(body);
        envelope.Child("Header", EidServerUris.Soap)!.AppendChild(hidingPlace);
    }

    public static void PutBefore(XmlElement envelope)
    {
        var body = BodyOf(envelope);
        envelope.InsertBefore(Forged(body, "forged"), body);
    }

    private static XmlElement Forged(XmlElement body, string? id)
    {
        var forged = (XmlElement)body.CloneNode(deep: true);
        if (id is not null)
            forged.SetAttribute("Id", EidServerUris.Wsu, id);
        Change(forged);
        return forged;
    }

    private static void Change(XmlElement body)
    {
        var elements = body.SelectNodes(".//*")!.OfType<XmlElement>().ToArray();
        var target = _targets.Select(name => elements.FirstOrDefault(element => element.LocalName == name)).OfType<XmlElement>().FirstOrDefault();
        // Where it is no name, it is a number in hexadecimal digits, or an address: another sign at its beginning is another one.
        if (target is not null)
            target.InnerText = target.LocalName.EndsWith("Names", StringComparison.Ordinal) ? Name : (target.InnerText[0] == '1' ? '2' : '1') + target.InnerText[1..];
    }

    private static XmlElement BodyOf(XmlElement envelope) => envelope.Child("Body", EidServerUris.Soap)!;
}
