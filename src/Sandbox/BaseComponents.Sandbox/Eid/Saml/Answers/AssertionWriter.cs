using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>Writes an assertion in the order of the schema (SAML 2.0 core, section 2.3.3), with all its namespaces on itself, since it is encrypted as a document of its own.</summary>
internal static class AssertionWriter
{
    private static readonly XNamespace Saml = SamlUris.Assertion;
    private static readonly XNamespace Instance = SamlUris.SchemaInstance;
    private static readonly XNamespace Akdb = SamlUris.Akdb;
    private static readonly XNamespace Ekona = SamlUris.Ekona;

    public static XElement Write(AnswerPlan plan) => new(
        Saml + "Assertion",
        new XAttribute(XNamespace.Xmlns + "saml", Saml),
        new XAttribute(XNamespace.Xmlns + "xsd", SamlUris.Schema),
        new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XAttribute("ID", plan.AssertionId),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", SamlTime.Write(plan.IssuedAt)),
        new XElement(Saml + "Issuer", plan.Issuer),
        Subject(plan),
        Conditions(plan),
        plan.Outcome.ContextClasses.Select(contextClass => Authentication(plan, contextClass)),
        plan.Outcome.Attributes.Count == 0 ? null : new XElement(Saml + "AttributeStatement", plan.Outcome.Attributes.Select(attribute => Attribute(plan, attribute))));

    private static XElement Subject(AnswerPlan plan) => new(
        Saml + "Subject",
        new XElement(Saml + "NameID", new XAttribute("Format", plan.Outcome.Name!.Format), plan.Outcome.Name.Value),
        new XElement(
            Saml + "SubjectConfirmation",
            new XAttribute("Method", SamlUris.Bearer),
            new XElement(
                Saml + "SubjectConfirmationData",
                new XAttribute("Address", "127.0.0.1"),
                plan.InResponseTo is null ? null : new XAttribute("InResponseTo", plan.InResponseTo),
                new XAttribute("NotOnOrAfter", SamlTime.Write(plan.NotOnOrAfter)),
                new XAttribute("Recipient", plan.Recipient))));

    private static XElement Conditions(AnswerPlan plan) => new(
        Saml + "Conditions",
        new XAttribute("NotBefore", SamlTime.Write(plan.NotBefore)),
        new XAttribute("NotOnOrAfter", SamlTime.Write(plan.NotOnOrAfter)),
        new XElement(Saml + "AudienceRestriction", new XElement(Saml + "Audience", plan.Audience)));

    private static XElement Authentication(AnswerPlan plan, string contextClass) => new(
        Saml + "AuthnStatement",
        new XAttribute("AuthnInstant", SamlTime.Write(plan.AuthenticatedAt)),
        new XElement(Saml + "AuthnContext", new XElement(Saml + "AuthnContextClassRef", contextClass)));

    private static XElement Attribute(AnswerPlan plan, SamlAttribute attribute) => new(
        Saml + "Attribute",
        new XAttribute("Name", attribute.Name),
        new XAttribute("NameFormat", plan.AttributeNameFormat),
        attribute.FriendlyName is null ? null : new XAttribute("FriendlyName", attribute.FriendlyName),
        attribute.TrustLevel is null ? null : new[] { new XAttribute(XNamespace.Xmlns + "akdb", Akdb), new XAttribute(Akdb + "TrustLevel", attribute.TrustLevel) },
        attribute.Address.Count > 0 ? Address(attribute) : new XElement(Saml + "AttributeValue", new XAttribute(Instance + "type", "xsd:string"), attribute.Text));

    private static XElement Address(SamlAttribute attribute) => new(
        Saml + "AttributeValue",
        new XAttribute(XNamespace.Xmlns + "ekona", Ekona),
        new XAttribute(Instance + "type", "ekona:AdresseType"),
        attribute.Address.Select(part => new XElement(Ekona + part.Name, part.Value)));
}
