using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The document is a Response of SAML 2.0 with an identifier, one status, and nothing that has no place in one.</summary>
internal sealed class ResponseShapeCheck : IResponseCheck
{
    private static readonly (string Name, string Namespace)[] Known =
    [
        ("Issuer", SamlNames.Assertion),
        ("Signature", XmlSecurityUris.Dsig),
        ("Extensions", SamlNames.Protocol),
        ("Status", SamlNames.Protocol),
        ("Assertion", SamlNames.Assertion),
        ("EncryptedAssertion", SamlNames.Assertion),
    ];

    public void Apply(ResponseUnderCheck answer)
    {
        var response = answer.Response;
        if (!response.Is("Response", SamlNames.Protocol) || response.Attribute("Version") != "2.0" || string.IsNullOrEmpty(response.Attribute("ID")))
            Refuse("response-shape");
        if (response.Elements().Any(child => !Known.Contains((child.LocalName, child.NamespaceURI))))
            Refuse("response-children");
        if (response.Elements("Status", SamlNames.Protocol).Count() != 1 || response.Elements("Issuer", SamlNames.Assertion).Count() > 1)
            Refuse("response-shape");
    }
}
