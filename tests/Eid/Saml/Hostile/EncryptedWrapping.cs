using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Wrapping where assertions must be encrypted: the attacker does that too, since everybody has the key of the application.</summary>
internal static class EncryptedWrapping
{
    public static XmlDocument Make(HostileTrial trial, ForgedResponse good, Wrapping wrapping)
    {
        if (trial.Part is SignedPart.Response)
            return Encrypted(Wrappings.OfResponse(trial.Finish(good.ToXml()), wrapping, good.ToXml()));
        var document = good.ToXml();
        new ForgedSignature().Apply(Answers.AssertionOf(document));
        return Encrypted(Wrappings.OfAssertion(document, wrapping));
    }

    private static XmlDocument Encrypted((XmlDocument Document, XmlElement Forged, XmlElement Genuine) wrapped)
    {
        var root = wrapped.Document.DocumentElement!;
        var assertion = root.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "Assertion" && child != wrapped.Genuine)
            ?? root.ChildNodes.OfType<XmlElement>().First(child => child.LocalName == "Assertion");
        new ForgedEncryption().Apply(assertion);
        return wrapped.Document;
    }
}
