namespace BaseComponents.SecureMail;

/// <summary>How the content key is encrypted with a recipient's RSA key.</summary>
public enum KeyTransport
{
    /// <summary>RSAES-PKCS1-v1_5: read by every S/MIME program.</summary>
    Pkcs1,

    /// <summary>RSAES-OAEP with SHA-256 (RFC 3560): the better one, where the recipient's program knows it.</summary>
    Oaep,
}
