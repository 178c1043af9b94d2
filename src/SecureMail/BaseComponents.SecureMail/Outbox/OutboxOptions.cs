using System.ComponentModel.DataAnnotations;
using BaseComponents.SecureMail.Evidence;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Outbox;

/// <summary>How stored mails are sent, and how long they are kept. Section <c>Outbox</c> of a sender's settings.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// Whether <see cref="ISecureMailClient.SendAsync"/> may be used outside the Sandbox. What it sends is lost if the process ends before the mail server has answered.
    /// </summary>
    /// <value><see langword="false"/>: mails go through a durable outbox; without one the host does not start.</value>
    public bool DirectSending { get; set; }

    /// <summary>What happens to a mail whose fate is unknown.</summary>
    /// <value><see cref="AmbiguousPolicy.Hold"/></value>
    public AmbiguousPolicy Ambiguous { get; set; } = AmbiguousPolicy.Hold;

    /// <summary>Wait before a mail of unknown fate is sent once more.</summary>
    /// <value>15 minutes</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ResendDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a worker owns a mail without a sign of life; it renews the lease three times in that time.</summary>
    /// <value>2 minutes</value>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Wait after the first refusal for now; it doubles with each one, and is varied by a fifth.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait.</summary>
    /// <value>1 hour</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Age at which a mail that is still refused for now is given up.</summary>
    /// <value>4 days (RFC 5321 section 4.5.4.1: at least 4 to 5 days)</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(4);

    /// <summary>Mails that one worker sends at the same time. After a start, and after a mail server that was not reached, it begins with one and doubles with each run.</summary>
    /// <value>4</value>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>Pause between two runs when nothing is due.</summary>
    /// <value>5 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Certificates with key of the authority's own, for which a mail that crosses the wire unencrypted (by gateway, or plain with a reason) is encrypted while it waits in the outbox. The first encrypts, all decrypt: a new key goes
    /// in front, the old one stays until the last mail that was stored with it is settled.
    /// </summary>
    /// <value>none: such mails are refused (<see cref="SecureMailErrors.OutboxPlainRefused"/>)</value>
    public IList<CertificateOptions> StorageKeys { get; set; } = [];

    /// <summary>The service that stamps mails and reports with a time.</summary>
    [Required, ValidateObjectMembers]
    public TimeStampServiceOptions TimeStamps { get; set; } = new();

    /// <summary>How long the ciphertext is kept after a mail was settled.</summary>
    /// <value>7 days</value>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan ContentRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long addresses are kept after a mail was settled.</summary>
    /// <value>90 days</value>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan AddressRetention { get; set; } = TimeSpan.FromDays(90);
}
