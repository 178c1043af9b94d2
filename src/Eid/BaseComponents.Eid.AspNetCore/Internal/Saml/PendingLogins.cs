using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>
/// Ties a log-in to the browser that began it and lets it end once. The handle travels as RelayState; the browser holds it in a cookie that only this
/// scheme of this entity id can open; the store gives the rest out to whoever comes first with it.
/// </summary>
internal sealed class PendingLogins(string scheme, EidSamlOptions options, IEidOneTimeStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int HandleBytes = 24;
    private const int HandleCharacters = 48;
    private const int MostOfOneBrowser = 8;

    private readonly IDataProtector _cookies = protection.CreateProtector("BaseComponents.Eid.Saml", scheme, options.EntityId!, "browser");
    private readonly IDataProtector _entries = protection.CreateProtector("BaseComponents.Eid.Saml", scheme, options.EntityId!, "request");

    public static string NewHandle() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HandleBytes));

    public async Task BeginAsync(HttpContext context, string handle, PendingLogin login)
    {
        var entry = _entries.Protect(JsonSerializer.SerializeToUtf8Bytes(login));
        if (!await store.TryAddAsync(Key("request", handle), entry, clock.GetUtcNow() + options.LoginTimeout, context.RequestAborted).ConfigureAwait(false))
            throw new LoginFailure(EidLoginOutcome.Rejected, "request-handle-taken");
        ForgetEldest(context);
        context.Response.Cookies.Append(CookieName(handle), _cookies.Protect(handle), Cookie());
    }

    // A page that asks again and again, or another site that does so in its name, would pile up cookies until the server refuses every request. Browsers send the eldest first.
    private void ForgetEldest(HttpContext context)
    {
        foreach (var name in context.Request.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal)).SkipLast(MostOfOneBrowser - 1))
            context.Response.Cookies.Delete(name, Cookie());
    }

    /// <summary>Whether this browser began any log-in here: seen by its cookies alone, before the answer is read.</summary>
    public bool IsAnyOfThisBrowser(HttpContext context) =>
        context.Request.Cookies.Any(cookie => cookie.Key.StartsWith(CookiePrefix, StringComparison.Ordinal) && Handle(cookie.Value) is { } handle && cookie.Key == CookieName(handle));

    /// <summary>Whether this browser began the log-in; asked before anything costs more.</summary>
    public bool IsOfThisBrowser(HttpContext context, string? handle)
    {
        if (handle is not { Length: HandleCharacters } || !handle.All(char.IsAsciiHexDigitLower) || context.Request.Cookies[CookieName(handle)] is not { } cookie)
            return false;
        return Handle(cookie) is { } own && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(own), Encoding.ASCII.GetBytes(handle));
    }

    /// <summary>Takes the log-in out of the store: the next one who comes with this handle finds nothing.</summary>
    public async Task<PendingLogin?> TakeAsync(HttpContext context, string handle)
    {
        context.Response.Cookies.Delete(CookieName(handle), Cookie());
        var entry = await store.TakeAsync(Key("request", handle), context.RequestAborted).ConfigureAwait(false);
        try
        {
            return entry is null ? null : JsonSerializer.Deserialize<PendingLogin>(_entries.Unprotect(entry));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            throw new LoginFailure(EidLoginOutcome.Expired, "request-unreadable");
        }
    }

    /// <summary>Remembers an assertion as used; false where it was used before.</summary>
    public Task<bool> TryUseAsync(string issuer, string assertionId, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        store.TryAddAsync(Key("assertion", $"{issuer.Length}:{issuer}{assertionId}"), ReadOnlyMemory<byte>.Empty, expiresAt, cancellationToken);

    // The tenant is part of the key; hashed, so that the store learns neither handles nor identifiers.
    private string Key(string kind, string value) => $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scheme}\n{options.EntityId}\n{kind}\n{value}")))}";

    private string? Handle(string cookie)
    {
        try
        {
            return _cookies.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The prefix makes browsers refuse the cookie to anybody but this host. The Sandbox runs without https, where it cannot be used.
    private string CookiePrefix => $"{(options.Environment is EidEnvironment.Sandbox ? "" : "__Host-")}eid-saml.{scheme}.";

    private string CookieName(string handle) => CookiePrefix + handle[..8];

    // The answer is posted from another site: only a cookie with SameSite=None comes along. Browsers take it over http from this machine only.
    private CookieOptions Cookie() => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.None,
        Secure = true,
        MaxAge = options.LoginTimeout,
    };
}
