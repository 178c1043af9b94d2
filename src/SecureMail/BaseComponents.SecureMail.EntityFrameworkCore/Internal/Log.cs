using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>What the tables have to say. Identifiers only.</summary>
internal static partial class Log
{
    [LoggerMessage(4055, LogLevel.Error, "Outbox mail {Id} cannot be read ({Kind}): its row was changed by hand or by a newer package. It is left alone until its lease ends; the others go on")]
    public static partial void Unreadable(this ILogger logger, string id, string kind);
}
