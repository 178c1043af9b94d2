namespace BaseComponents.Eid.Saml;

/// <summary>With what requests and metadata are signed. Answers may use any algorithm of the reader's list, whatever stands here.</summary>
public enum SamlSignatureAlgorithm
{
    /// <summary>RSASSA-PSS with SHA-256, which Mein Unternehmenskonto demands.</summary>
    /// <remarks>RFC 9231, section 2.3.10: sha256-rsa-MGF1</remarks>
    RsaPssSha256,

    /// <summary>RSA PKCS#1 v1.5 with SHA-256, which every identity provider reads.</summary>
    RsaSha256,
}
