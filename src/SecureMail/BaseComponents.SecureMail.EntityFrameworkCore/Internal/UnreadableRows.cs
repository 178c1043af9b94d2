using System.Text.Json;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>A row that was changed by hand, or by a newer package, must not stop those behind it: one that is due keeps its lease and comes back, and lists go on without it.</summary>
internal static class UnreadableRows
{
    public static OutboxMail? ToMailOrNull(this MailRow row, ILogger logger)
    {
        try
        {
            return row.ToMail();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            logger.Unreadable(row.Id, exception.GetType().Name);
            return null;
        }
    }
}
