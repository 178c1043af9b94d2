using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BaseService;

/// <summary>What an application says.</summary>
public sealed record ApplicationContent(string Name, string LicencePlate, string OfficeName, string OfficeMail);

/// <summary>Keeps applications sealed, and finds that of a browser by the secret in its cookie: no address of a page names one.</summary>
public sealed class ApplicationStore(ServiceDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "antrag";
    private readonly IDataProtector _seal = protection.CreateProtector("BaseService.Application");

    public async Task<ApplicationRow> AddAsync(HttpContext context, ApplicationContent content, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var row = new ApplicationRow
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"A-{clock.GetUtcNow():yyyy}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(5))}"),
            Owner = Hash(secret),
            Content = _seal.Protect(JsonSerializer.SerializeToUtf8Bytes(content)),
            BegunAt = clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        db.Applications.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Cookies.Append(Cookie, secret, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(30) });
        return row;
    }

    public async Task<ApplicationRow?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Cookie] is not { Length: 64 } secret)
            return null;
        var owner = Hash(secret);
        return await db.Applications.SingleOrDefaultAsync(row => row.Owner == owner, cancellationToken);
    }

    public ApplicationContent Open(ApplicationRow row) => JsonSerializer.Deserialize<ApplicationContent>(_seal.Unprotect(row.Content))!;

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret)));
}
