using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Metadata;

/// <summary>Describes this application for the operator of an identity provider. No expiry and no identifier: BundID accepts neither.</summary>
/// <remarks>SPSSODescriptor (SAML 2.0 metadata, section 2.4.4)</remarks>
public static class SamlMetadataWriter
{
    /// <summary>The metadata as XML: one address for answers, one key that signs, every key that decrypts.</summary>
    /// <param name="serviceProvider">This application.</param>
    /// <param name="wantsSignedAssertions">Asks for signed assertions. Mein Unternehmenskonto signs the response instead; either is read.</param>
    public static string Write(SamlServiceProvider serviceProvider, bool wantsSignedAssertions = true)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("md", "EntityDescriptor", SamlNames.Metadata);
            writer.WriteAttributeString("entityID", serviceProvider.EntityId);
            writer.WriteStartElement("SPSSODescriptor", SamlNames.Metadata);
            writer.WriteAttributeString("AuthnRequestsSigned", "true");
            writer.WriteAttributeString("WantAssertionsSigned", wantsSignedAssertions ? "true" : "false");
            writer.WriteAttributeString("protocolSupportEnumeration", SamlNames.Protocol);
            WriteKey(writer, "signing", serviceProvider.SigningCertificate);
            foreach (var certificate in serviceProvider.DecryptionCertificates)
                WriteKey(writer, "encryption", certificate);
            writer.WriteStartElement("AssertionConsumerService", SamlNames.Metadata);
            writer.WriteAttributeString("Binding", SamlNames.PostBinding);
            writer.WriteAttributeString("Location", serviceProvider.AnswerAddress.OriginalString);
            writer.WriteAttributeString("index", "0");
            writer.WriteAttributeString("isDefault", "true");
        }

        return text.ToString();
    }

    private static void WriteKey(XmlWriter writer, string use, X509Certificate2 certificate)
    {
        writer.WriteStartElement("KeyDescriptor", SamlNames.Metadata);
        writer.WriteAttributeString("use", use);
        writer.WriteStartElement("ds", "KeyInfo", XmlSecurityUris.Dsig);
        writer.WriteStartElement("X509Data", XmlSecurityUris.Dsig);
        writer.WriteElementString("X509Certificate", XmlSecurityUris.Dsig, Convert.ToBase64String(certificate.RawDataMemory.Span));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
