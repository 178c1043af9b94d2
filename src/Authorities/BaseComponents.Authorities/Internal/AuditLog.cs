using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal;

/// <summary>The audit events of directories, in a log category of their own: which data came into use. Counts, times and the fingerprint of the key; no value of an office.</summary>
internal sealed partial class AuditLog(string directory, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(AuthoritiesDefaults.AuditCategory);

    /// <summary>Says what is new in what is used from now on; nothing where the same file was read once more.</summary>
    public void Used(Snapshot? before, Snapshot now)
    {
        if (before is null || IsOther(before, now))
            Replaced(_logger, directory, now.ReadAt, now.Info.SignedBy ?? "nobody", now.Info.Offices, now.Held.Count);
        else if (before.Held.Count > now.Held.Count)
            Confirmed(_logger, directory, before.Held.Count - now.Held.Count, now.Held.Count);
    }

    // A file that is read once more has the same origin. One that holds back more than before has other values, whatever it says of its origin.
    private static bool IsOther(Snapshot before, Snapshot now) =>
        MadeAt(before) != MadeAt(now) || before.Info.SignedBy != now.Info.SignedBy || before.Info.Offices != now.Info.Offices || before.Held.Count < now.Held.Count;

    private static DateTimeOffset MadeAt(Snapshot snapshot) => snapshot.Info.CreatedAt > DateTimeOffset.MinValue ? snapshot.Info.CreatedAt : snapshot.LoadedAt;

    [LoggerMessage(3101, LogLevel.Information, "Audit: directory '{Directory}' uses the data of {ReadAt:O}, signed by {SignedBy}: {Offices} offices, {Held} values held back.", EventName = "DirectoryReplaced")]
    private static partial void Replaced(ILogger logger, string directory, DateTimeOffset readAt, string signedBy, int offices, int held);

    [LoggerMessage(3102, LogLevel.Information, "Audit: directory '{Directory}' uses {Confirmed} value(s) that a person has confirmed; {Held} are still held back.", EventName = "DirectoryConfirmed")]
    private static partial void Confirmed(ILogger logger, string directory, int confirmed, int held);
}
