using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>
/// A folder that mails are delivered into as files (Maildir): each is written into <c>tmp</c> and then renamed into <c>new</c>. Beside these the folders <c>claimed</c>, <c>done</c> and
/// <c>set-aside</c> are made. Any number of processes may read it.
/// </summary>
public sealed class FileDropOptions
{
    /// <summary>The folder; <c>new</c> and <c>cur</c> are below it, and all of it on one volume.</summary>
    [Required]
    public string? Path { get; set; }

    /// <summary>How long acknowledged mails are kept in <c>done</c>.</summary>
    /// <value>Zero: they are deleted at once.</value>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan KeepDoneFor { get; set; }

    /// <summary>How long after its last sign of life a process counts as gone, and the mail it was at is given to another. The clocks of the machines must agree better than that.</summary>
    /// <value>Two minutes</value>
    [Range(typeof(TimeSpan), "00:00:02", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether the own mail server alone writes into the folder, with a Received header of its own on top. Otherwise anybody who can write there could forge what the gateway says of a mail.</summary>
    /// <value><see langword="false"/>: no mark of the gateway is believed of these mails (<see cref="ReceivedMail.Gateway"/>).</value>
    public bool IsWrittenByMailServer { get; set; }
}
