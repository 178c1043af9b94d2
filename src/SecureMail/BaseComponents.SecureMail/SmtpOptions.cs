using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>The mail server that takes the mails, usually the relay in front of the state's gateway.</summary>
/// <remarks>Amtlich: zentrales SecureMail-Gateway (SMGW) des Freistaates Sachsen.</remarks>
public sealed class SmtpOptions
{
    /// <summary>Name or address of the server, as it stands in its TLS certificate.</summary>
    [Required]
    public string? Host { get; set; }

    /// <summary>Port.</summary>
    /// <value>587 (submission, RFC 6409)</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>How TLS begins. There is no setting without TLS.</summary>
    /// <value><see cref="SmtpSecurity.StartTls"/></value>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>User name, where the server wants one.</summary>
    public string? User { get; set; }

    /// <summary>Password of <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>Roots for the server's TLS certificate in PEM form; if set, these alone are trusted.</summary>
    /// <value><see langword="null"/>: the roots of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>Name the client gives itself in EHLO.</summary>
    /// <value><see langword="null"/>: the domain of the sender address. The machine's own name is never told.</value>
    public string? LocalName { get; set; }

    /// <summary>
    /// Whether the server is asked for reports on success, failure and delay (RFC 3461), with a random ENVID for a mail of the outbox, with the Message-ID for others, and without the content of the mail. They come
    /// by mail to the sender's address; <see cref="Reports.ISecureMailReports"/> reads them.
    /// </summary>
    /// <value><see langword="false"/>: the server reports as it does on its own.</value>
    public bool RequestDeliveryReports { get; set; }

    /// <summary>How long one step (connect, command, answer) may take.</summary>
    /// <value>One minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
