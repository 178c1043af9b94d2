using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>Settings of one mailbox: either <see cref="Imap"/> or <see cref="FileDrop"/>.</summary>
public sealed class MailboxOptions
{
    /// <summary>A mailbox on a mail server.</summary>
    [ValidateObjectMembers]
    public ImapOptions? Imap { get; set; }

    /// <summary>A folder that mails are delivered into.</summary>
    [ValidateObjectMembers]
    public FileDropOptions? FileDrop { get; set; }

    /// <summary>How long an empty mailbox is left alone. An IMAP server that can (IDLE) tells of new mail at once; then it is how often the connection is tried.</summary>
    /// <value>30 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:25:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two tries to reach a mailbox that cannot be reached; the waits before are shorter.</summary>
    /// <value>Five minutes</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxBackOff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many times a mail is handed out before it is set aside.</summary>
    /// <value>5</value>
    [Range(1, 99)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long after it was handed out in vain a mail comes again.</summary>
    /// <value>Five minutes</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether mails without a valid signature are set aside and not handed out.</summary>
    /// <value><see langword="false"/>: the application looks at <see cref="ReceivedMail.Verdict"/>.</value>
    public bool SetAsideUnlessValid { get; set; }
}
