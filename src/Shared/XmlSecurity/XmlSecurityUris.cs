namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Names of XML Signature 1.1, XML Encryption 1.1 and Exclusive Canonicalization 1.0.</summary>
internal static class XmlSecurityUris
{
    public const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    public const string DsigMore = "http://www.w3.org/2001/04/xmldsig-more#";
    public const string DsigMore2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    public const string Xenc = "http://www.w3.org/2001/04/xmlenc#";
    public const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string EnvelopedSignature = Dsig + "enveloped-signature";
    public const string Sha1 = Dsig + "sha1";
    public const string Sha256 = Xenc + "sha256";
    public const string Sha384 = DsigMore + "sha384";
    public const string Sha512 = Xenc + "sha512";
    public const string EncryptedElement = Xenc + "Element";
}
