using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>Compares an Issuer with a configured name, character by character (SAML 2.0 core, section 2.2.5).</summary>
internal static class Issuer
{
    public static bool Is(XmlElement issuer, string expected) =>
        issuer.Attribute("Format") is null or SamlNames.EntityFormat && string.Equals(issuer.OwnText()?.Trim(), expected, StringComparison.Ordinal);
}
