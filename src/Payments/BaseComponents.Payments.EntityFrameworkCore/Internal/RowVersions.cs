using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Compare-and-swap: the version in the row must still be the one that was read; it is raised by the same statement.</summary>
internal static class RowVersions
{
    public static async Task<bool> TrySaveAsync(DbContext context, CancellationToken cancellationToken)
    {
        Raise(context);
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Raises the version of the one payment in the context.</summary>
    public static void Raise(DbContext context)
    {
        var version = context.ChangeTracker.Entries<PaymentRow>().Single().Property(static row => row.Version);
        version.CurrentValue = version.OriginalValue + 1;
    }
}
