using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>How the content key is wrapped: RSA-OAEP by its two names. RSA PKCS#1 v1.5 is not read, since its padding is an oracle.</summary>
/// <remarks>XML Encryption 1.1, section 5.5.2. .NET takes one hash for label and mask, so the two must agree.</remarks>
internal static class KeyTransport
{
    private const string OaepMgf1p = Xenc + "rsa-oaep-mgf1p";
    private const string Oaep11 = Xenc11 + "rsa-oaep";

    /// <exception cref="XmlRefusedException">Another algorithm, or parameters that are not supported.</exception>
    public static RSAEncryptionPadding PaddingOf(XmlElement method)
    {
        RequireKnownParameters(method);
        var digest = method.Elements("DigestMethod", Dsig).SingleOrDefault()?.Attribute("Algorithm") ?? Sha1;
        var mask = method.Attribute("Algorithm") switch
        {
            OaepMgf1p => Xenc11 + "mgf1sha1",
            Oaep11 => method.Elements("MGF", Xenc11).SingleOrDefault()?.Attribute("Algorithm") ?? Xenc11 + "mgf1sha1",
            _ => throw new XmlRefusedException("key-transport-algorithm"),
        };
        return (digest, mask) switch
        {
            (Sha1, Xenc11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (Sha256, Xenc11 + "mgf1sha256") => RSAEncryptionPadding.OaepSHA256,
            (Sha384, Xenc11 + "mgf1sha384") => RSAEncryptionPadding.OaepSHA384,
            (Sha512, Xenc11 + "mgf1sha512") => RSAEncryptionPadding.OaepSHA512,
            _ => throw new XmlRefusedException("key-transport-hashes"),
        };
    }

    private static void RequireKnownParameters(XmlElement method)
    {
        var children = method.Elements().ToArray();
        var isKnown = children.All(child => child.Is("DigestMethod", Dsig) || child.Is("MGF", Xenc11) || (child.Is("OAEPparams", Xenc) && child.InnerText.Trim().Length == 0));
        if (!isKnown || children.DistinctBy(child => child.LocalName).Count() != children.Length)
            throw new XmlRefusedException("key-transport-parameters");
    }
}
