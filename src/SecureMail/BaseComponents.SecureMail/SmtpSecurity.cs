namespace BaseComponents.SecureMail;

/// <summary>How TLS begins on a connection to a mail server.</summary>
public enum SmtpSecurity
{
    /// <summary>With the STARTTLS command (RFC 3207), required: a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>With the first byte (RFC 8314), usually port 465.</summary>
    Implicit,
}
