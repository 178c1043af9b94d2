using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail.Evidence;

/// <summary>The service that stamps stored mails and reports with a time (RFC 3161). Section <c>Outbox:TimeStamps</c> of a sender's settings.</summary>
/// <remarks>Amtlich: Zeitstempeldienst. Which one an authority uses, and whether its stamps are qualified (eIDAS article 42), is the authority's to say: there is no default.</remarks>
public sealed class TimeStampServiceOptions
{
    /// <summary>Where it is asked, by HTTP or HTTPS. It gets a hash, and nothing of the mail.</summary>
    /// <value><see langword="null"/>: nothing is stamped.</value>
    public Uri? Address { get; set; }

    /// <summary>Object identifier of the policy that is asked for, and that its answer must name.</summary>
    /// <value><see langword="null"/>: any policy of the service</value>
    [RegularExpression(@"^[0-2](\.(0|[1-9][0-9]{0,9})){1,20}$")]
    public string? Policy { get; set; }

    /// <summary>Roots that its certificates must lead to, in PEM form. Required with <see cref="Address"/>.</summary>
    public string? AnchorsPem { get; set; }

    /// <summary>The hash that is stamped.</summary>
    /// <value><see cref="EvidenceHash.Sha256"/></value>
    public EvidenceHash Hash { get; set; } = EvidenceHash.Sha256;

    /// <summary>The proxy of the administrative network.</summary>
    /// <value><see langword="null"/>: no proxy</value>
    public Uri? Proxy { get; set; }

    /// <summary>For one answer.</summary>
    /// <value>30 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after the first failure; it doubles with each one.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait.</summary>
    /// <value>1 hour</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long stamps are kept. The period is that of the procedure.</summary>
    /// <value>3650 days</value>
    [Range(typeof(TimeSpan), "60.00:00:00", "36500.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(3650);
}
