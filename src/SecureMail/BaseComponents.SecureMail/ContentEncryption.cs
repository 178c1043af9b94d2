namespace BaseComponents.SecureMail;

/// <summary>How the content of a mail is encrypted; the key has 256 bit.</summary>
public enum ContentEncryption
{
    /// <summary>AES-256-CBC (enveloped-data): read by every S/MIME program. The encryption itself shows no change; the signature inside does.</summary>
    Cbc,

    /// <summary>AES-256-GCM (authEnveloped-data, RFC 5083 and RFC 5084): shows every change, where the recipient's program knows it.</summary>
    Gcm,
}
