using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Distributed;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>
/// Which sessions the broker has ended. A mark per session or user, kept for as long as the longest session: each session looks for its marks when it is
/// asked for. A list of the sessions of a user would need a store that can change it by one atomic operation.
/// </summary>
internal sealed class EndedSessions(IDistributedCache cache)
{
    private static readonly TimeSpan KeptFor = SessionLimits.Longest(AssuranceLevel.Unknown) + TimeSpan.FromHours(1);

    /// <summary>Ends all sessions that carry one of these marks and whose ID token was written by then.</summary>
    public async Task EndAsync(IEnumerable<string> marks, long until, CancellationToken cancellationToken)
    {
        var entry = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = KeptFor };
        foreach (var mark in marks)
            if (await FindAsync(mark, cancellationToken).ConfigureAwait(false) is not { } later || later < until)
                await cache.SetAsync(mark, Encoding.ASCII.GetBytes(until.ToString(CultureInfo.InvariantCulture)), entry, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> IsEndedAsync(AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        var (marks, issuedAt) = SessionMarks.Origin(properties);
        foreach (var mark in marks)
            if (await FindAsync(mark, cancellationToken).ConfigureAwait(false) >= issuedAt)
                return true;
        return false;
    }

    private async Task<long?> FindAsync(string mark, CancellationToken cancellationToken) =>
        await cache.GetAsync(mark, cancellationToken).ConfigureAwait(false) is { } stored
            ? long.Parse(Encoding.ASCII.GetString(stored), CultureInfo.InvariantCulture)
            : null;
}
