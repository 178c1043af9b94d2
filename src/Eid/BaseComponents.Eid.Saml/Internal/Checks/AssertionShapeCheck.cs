using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion is one of SAML 2.0 with an identifier and with one of each part that later checks look at, and holds no other assertion.</summary>
internal sealed class AssertionShapeCheck : IResponseCheck
{
    private static readonly string[] Once = ["Issuer", "Subject", "Conditions"];
    private static readonly string[] Others = ["Advice", "AuthnStatement", "AttributeStatement"];

    public void Apply(ResponseUnderCheck answer)
    {
        var assertion = answer.Assertion;
        if (!assertion.Is("Assertion", SamlNames.Assertion) || assertion.Attribute("Version") != "2.0" || string.IsNullOrEmpty(assertion.Attribute("ID")))
            Refuse("assertion-shape");
        if (SingleAssertionCheck.AssertionsBelow(assertion) > 0)
            Refuse("assertion-not-single");
        if (Once.Any(name => assertion.Elements(name, SamlNames.Assertion).Count() != 1))
            Refuse("assertion-shape");
        if (assertion.Elements().Any(child => !child.Is("Signature", XmlSecurityUris.Dsig)
            && !(child.NamespaceURI == SamlNames.Assertion && (Once.Contains(child.LocalName) || Others.Contains(child.LocalName)))))
            Refuse("assertion-children");
    }
}
