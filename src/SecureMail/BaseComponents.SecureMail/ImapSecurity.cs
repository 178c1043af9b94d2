namespace BaseComponents.SecureMail;

/// <summary>How TLS begins on a connection to a mailbox.</summary>
public enum ImapSecurity
{
    /// <summary>With the first byte (RFC 8314), usually port 993.</summary>
    Implicit,

    /// <summary>With the STARTTLS command (RFC 9051), required: a server that does not offer it is told no password.</summary>
    StartTls,
}
