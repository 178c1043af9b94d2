using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Doubles from attempt to attempt, and is spread, so that mails that failed together do not come back together.</summary>
internal static class RetryDelay
{
    private const double Spread = 0.2;

    /// <param name="attempts">Attempts so far.</param>
    /// <param name="options">First and longest wait.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan Of(int attempts, OutboxOptions options, double chance)
    {
        var doubled = options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, options.MaxRetry.TotalSeconds) * (1 - Spread + (2 * Spread * chance)));
    }
}
