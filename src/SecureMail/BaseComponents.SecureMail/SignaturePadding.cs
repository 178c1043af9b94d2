namespace BaseComponents.SecureMail;

/// <summary>Padding of an RSA signature; the hash is SHA-256.</summary>
public enum SignaturePadding
{
    /// <summary>RSASSA-PKCS1-v1_5 (RFC 8017).</summary>
    Pkcs1,

    /// <summary>RSASSA-PSS (RFC 4056).</summary>
    Pss,
}
