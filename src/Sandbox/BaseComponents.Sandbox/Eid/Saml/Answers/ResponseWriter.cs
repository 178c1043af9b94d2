using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>Writes the response around an assertion, without one where the log-in failed (SAML 2.0 core, section 3.3.3).</summary>
internal static class ResponseWriter
{
    private static readonly XNamespace Samlp = SamlUris.Protocol;
    private static readonly XNamespace Saml = SamlUris.Assertion;
    private static readonly XNamespace Akdb = SamlUris.Akdb;

    public static XElement Write(AnswerPlan plan) => new(
        Samlp + "Response",
        new XAttribute(XNamespace.Xmlns + "samlp", Samlp),
        new XAttribute(XNamespace.Xmlns + "saml", Saml),
        new XAttribute("ID", plan.ResponseId),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", SamlTime.Write(plan.IssuedAt)),
        new XAttribute("Destination", plan.Destination),
        plan.InResponseTo is null ? null : new XAttribute("InResponseTo", plan.InResponseTo),
        new XElement(Saml + "Issuer", plan.Issuer),
        Status(plan.Outcome.Status));

    private static XElement Status(SamlStatus status) => new(
        Samlp + "Status",
        Code(status.Code, status.SubCode is null ? null : Code(status.SubCode, null)),
        status.Detail is null ? null : new XElement(
            Samlp + "StatusDetail",
            new XElement(Akdb + "StatusDetail", new XAttribute(XNamespace.Xmlns + "akdb", Akdb), status.Detail)));

    private static XElement Code(string code, XElement? below) => new(Samlp + "StatusCode", new XAttribute("Value", SamlUris.Status + code), below);
}
