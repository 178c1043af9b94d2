using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.Metadata;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>Metadata of an identity provider, pinned and signed. It holds the keys that everything else is trusted by.</summary>
internal sealed class MetadataReader() : Reader("saml-metadata")
{
    private const string Post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    public override void Read(byte[] input)
    {
        _ = TryRead(() => SamlMetadataReader.ReadPinned(input, Convert.ToHexString(SHA256.HashData(input)), Parties.IdentityProviderId, Parties.Now));
        if (TryRead(() => SamlMetadataReader.ReadSigned(input, [Parties.IdentityProvider], Parties.IdentityProviderId, Parties.Now)) is { } read && !IsSeed(read))
            throw new WrongReadingException("Metadata was accepted as signed that says what nobody signed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var metadata = Metadata();
        yield return ("unsigned.xml", Encoding.UTF8.GetBytes(metadata.OuterXml));
        new ForgedSignature().Apply(metadata.DocumentElement!);
        yield return ("signed.xml", Encoding.UTF8.GetBytes(metadata.OuterXml));
    }

    private static SamlIdentityProvider? TryRead(Func<SamlIdentityProvider> read)
    {
        try
        {
            return read();
        }
        catch (SamlMetadataException)
        {
            return null;
        }
    }

    private static bool IsSeed(SamlIdentityProvider read) =>
        read.EntityId == Parties.IdentityProviderId
        && read.PostAddress?.AbsoluteUri == "https://idp.example/sso"
        && read.RedirectAddress is null
        && read.SigningCertificates is [var certificate]
        && certificate.Equals(Parties.IdentityProvider);

    private static XmlDocument Metadata()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml($"""
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_metadata1" entityID="{Parties.IdentityProviderId}" validUntil="2030-01-01T00:00:00Z">
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Parties.IdentityProvider.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:SingleSignOnService Binding="{Post}" Location="https://idp.example/sso"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """);
        return document;
    }
}
