using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DogLicence.Submission;

/// <summary>How paid cases are followed until the citizen is told. How their mails are sent is the outbox's: <c>BaseComponents:SecureMail:Outbox</c>.</summary>
public sealed class SubmissionOptions
{
    /// <summary>How often is looked for cases that are due, and for mails that were accepted.</summary>
    /// <value>2 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one worker has a case; after a crash another takes it over.</summary>
    /// <value>2 minutes, more than any mail takes to be sealed</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Wait after the first time that a mail could not be sealed, or a confirmation not sent; doubled each time, up to an hour.</summary>
    /// <value>5 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan RetryAfter(int attempts)
    {
        var wait = FirstRetry * Math.Pow(2, Math.Min(attempts, 12));
        return wait < TimeSpan.FromHours(1) ? wait : TimeSpan.FromHours(1);
    }
}

/// <summary>Checks the submission's options at start.</summary>
[OptionsValidator]
public sealed partial class SubmissionOptionsValidator : IValidateOptions<SubmissionOptions>;
