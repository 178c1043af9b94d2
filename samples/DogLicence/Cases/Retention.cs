using System.ComponentModel.DataAnnotations;

namespace DogLicence.Cases;

/// <summary>How long cases are kept (Löschfristen). Paid cases whose mail was not accepted yet are never purged.</summary>
public sealed class RetentionOptions
{
    /// <summary>A case nobody finished, counted from its last change.</summary>
    /// <value>7 days</value>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Draft { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A case whose payment was begun and never became final.</summary>
    /// <value>90 days: a transfer may come late.</value>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Paying { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A case the office has received, so that the citizen can fetch the receipt again.</summary>
    /// <value>30 days</value>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Submitted { get; set; } = TimeSpan.FromDays(30);

    /// <summary>When a payment loses the case number, counted from its last change. Longer than any case is kept, since clerk and receipt find the payment by it.</summary>
    /// <value>180 days</value>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan Payment { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How often is looked for cases to purge.</summary>
    /// <value>1 hour</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A period as the privacy page tells it.</summary>
    public static Message InWords(TimeSpan period)
    {
        var days = (int)Math.Ceiling(period.TotalDays);
        return days == 1 ? new Message("einen Tag") : $"{days} Tage";
    }
}
