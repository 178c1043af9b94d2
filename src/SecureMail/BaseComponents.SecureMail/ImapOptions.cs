using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>A mailbox on a mail server (IMAP). One process reads it; the server must know MOVE (RFC 6851) and keep keywords.</summary>
public sealed class ImapOptions
{
    /// <summary>Name or address of the server, as it stands in its TLS certificate.</summary>
    [Required]
    public string? Host { get; set; }

    /// <summary>Port.</summary>
    /// <value>993 (RFC 8314)</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    /// <summary>How TLS begins. There is no setting without TLS.</summary>
    /// <value><see cref="ImapSecurity.Implicit"/></value>
    public ImapSecurity Security { get; set; } = ImapSecurity.Implicit;

    /// <summary>User name.</summary>
    [Required]
    public string? User { get; set; }

    /// <summary>Password of <see cref="User"/>.</summary>
    [Required]
    public string? Password { get; set; }

    /// <summary>Roots for the server's TLS certificate in PEM form; if set, these alone are trusted.</summary>
    /// <value><see langword="null"/>: the roots of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>The folder that is read.</summary>
    /// <value><c>INBOX</c></value>
    [Required]
    public string Folder { get; set; } = "INBOX";

    /// <summary>The folder that acknowledged mails are moved to. It must be there.</summary>
    /// <value><see langword="null"/>: they stay, with the keyword <c>BaseComponentsDone</c>.</value>
    public string? DoneFolder { get; set; }

    /// <summary>The folder that mails are moved to which somebody has to look at. It must be there.</summary>
    [Required]
    public string? SetAsideFolder { get; set; }

    /// <summary>How long one step (connect, command, answer) may take.</summary>
    /// <value>One minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
