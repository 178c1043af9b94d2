using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>
/// Keeps what is known of a user on the server, encrypted, under a handle that alone stands in the cookie. It is erased at log-out, when nobody asks
/// for it within the idle time of its level, and at the end of the session at the latest.
/// </summary>
internal sealed class TicketStore(string cookieScheme, SessionTenants tenants, EndedSessions ended, IDistributedCache cache, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const int HandleBytes = 32;

    private readonly IDataProtector _tickets = protection.CreateProtector("BaseComponents.Eid.Session", cookieScheme);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var handle = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HandleBytes));
        await RenewAsync(handle, ticket, cancellationToken).ConfigureAwait(false);
        return handle;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        cache.SetAsync(Entry(key), _tickets.Protect(TicketSerializer.Default.Serialize(ticket)), Life(ticket.Properties), cancellationToken);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await cache.GetAsync(Entry(key), cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        if (Read(stored) is { } ticket && !IsOver(ticket.Properties) && !await ended.IsEndedAsync(ticket.Properties, cancellationToken).ConfigureAwait(false))
            return IsOfThisApplication(ticket.Properties) ? ticket : null;
        await RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => cache.RemoveAsync(Entry(key), cancellationToken);

    // Hashed: whoever reads the store's keys cannot make cookies of them.
    private string Entry(string handle) => "eid-session:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cookieScheme}\n{handle}")));

    private DistributedCacheEntryOptions Life(AuthenticationProperties properties) => new()
    {
        AbsoluteExpiration = properties.ExpiresUtc ?? clock.GetUtcNow() + SessionLimits.Longest(AssuranceLevel.Unknown),
        SlidingExpiration = SessionMarks.Idle(properties),
    };

    private AuthenticationTicket? Read(byte[] stored)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_tickets.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            // Written with keys that are gone: the user logs in again.
            return null;
        }
    }

    private bool IsOver(AuthenticationProperties properties) => properties.ExpiresUtc <= clock.GetUtcNow();

    // A session of another municipality is left alone: it is somebody's, only not here.
    private bool IsOfThisApplication(AuthenticationProperties properties) => SessionMarks.Tenant(properties) is not { } mark || tenants.Knows(mark, cookieScheme);
}
