using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>Puts what is encrypted back into its place, for the eye.</summary>
internal static class EncryptedAssertions
{
    private const int Largest = 1024 * 1024;

    /// <exception cref="InvalidDataException">It is encrypted in a way that log-ins do not accept, or for another key.</exception>
    public static void Open(XmlDocument document, RSA key)
    {
        foreach (var encrypted in document.GetElementsByTagName("EncryptedAssertion", "urn:oasis:names:tc:SAML:2.0:assertion").Cast<XmlElement>().ToList())
        {
            var plain = document.CreateDocumentFragment();
            plain.InnerXml = Encoding.UTF8.GetString(Decrypt(encrypted, key));
            encrypted.ParentNode!.ReplaceChild(plain, encrypted);
        }
    }

    private static byte[] Decrypt(XmlElement encrypted, RSA key)
    {
        try
        {
            return new EncryptedContent(encrypted, new XmlLimits { Bytes = Largest }).TryDecrypt([key])
                ?? throw new InvalidDataException("The key does not open the assertion.");
        }
        catch (XmlRefusedException refused)
        {
            throw new InvalidDataException($"The assertion is encrypted in a way that log-ins do not accept ({refused.Reason}).");
        }
    }
}
