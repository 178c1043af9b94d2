using System.ComponentModel.DataAnnotations;

namespace HealthCertificate.Cases;

/// <summary>How long cases are kept (Löschfristen), section <c>Retention</c>. All count from the last change.</summary>
public sealed class RetentionOptions
{
    /// <summary>A case nobody paid for, or that was cancelled.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan Unpaid { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A case whose payment was begun and never became final.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Paying { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A paid case whose appointment nobody confirmed.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "365.00:00:00")]
    public TimeSpan Paid { get; set; } = TimeSpan.FromDays(180);

    /// <summary>A certificate, so that the citizen can fetch it: as long as an employer may take it as new (§ 43 Abs. 1 IfSG).</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "365.00:00:00")]
    public TimeSpan Certificate { get; set; } = TimeSpan.FromDays(92);

    /// <summary>When a payment loses the case number.</summary>
    [Range(typeof(TimeSpan), "90.00:00:00", "3650.00:00:00")]
    public TimeSpan Payment { get; set; } = TimeSpan.FromDays(365);
}
