using System.Data.Common;

namespace BaseComponents.Shared.Health;

/// <summary>What a database that cannot be used throws.</summary>
internal static class DatabaseFault
{
    /// <summary>The database's own exception; providers wrap it where they think that the fault will pass.</summary>
    public static DbException? Of(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException found)
                return found;
        }

        return null;
    }
}
