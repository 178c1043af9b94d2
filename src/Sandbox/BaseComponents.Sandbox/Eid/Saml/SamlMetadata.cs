using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>
/// The metadata of an identity provider, signed by its key. Three keys stand in it: one whose certificate is over, the current one, and the
/// next one: whoever reads them has to know which counts.
/// </summary>
/// <remarks>SAML 2.0 metadata, section 2.4.3</remarks>
internal static class SamlMetadata
{
    private static readonly XNamespace Md = SamlUris.Metadata;
    private static readonly XNamespace Ds = SamlUris.Dsig;

    public static string Write(SamlAddresses addresses, IdentityProviderKeys keys, string nameFormat)
    {
        var root = StrictXml.ReadOwn(Descriptor(addresses, keys, nameFormat).ToString(SaveOptions.DisableFormatting));
        EnvelopedSigner.Sign(root, new SignatureStyle(keys.Signing));
        return root.OuterXml;
    }

    private static XElement Descriptor(SamlAddresses addresses, IdentityProviderKeys keys, string nameFormat) => new(
        Md + "EntityDescriptor",
        new XAttribute(XNamespace.Xmlns + "md", Md),
        new XAttribute(XNamespace.Xmlns + "ds", Ds),
        new XAttribute("ID", SamlIds.Fresh()),
        new XAttribute("entityID", addresses.EntityId.AbsoluteUri),
        new XElement(
            Md + "IDPSSODescriptor",
            new XAttribute("WantAuthnRequestsSigned", "true"),
            new XAttribute("protocolSupportEnumeration", SamlUris.Protocol),
            new[] { keys.Expired, keys.Signing, keys.Next }.Select(Key),
            new XElement(Md + "NameIDFormat", nameFormat),
            new[] { SamlUris.PostBinding, SamlUris.RedirectBinding }.Select(binding => SignOn(binding, addresses.SignOn))));

    private static XElement Key(X509Certificate2 certificate) => new(
        Md + "KeyDescriptor",
        new XAttribute("use", "signing"),
        new XElement(Ds + "KeyInfo", new XElement(Ds + "X509Data", new XElement(Ds + "X509Certificate", Convert.ToBase64String(certificate.RawData)))));

    private static XElement SignOn(string binding, Uri address) =>
        new(Md + "SingleSignOnService", new XAttribute("Binding", binding), new XAttribute("Location", address.AbsoluteUri));
}
