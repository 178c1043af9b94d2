using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BaseComponents.Eid;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Cases;

/// <summary>Keeps cases sealed, each for its own row, and opens them for the account they belong to.</summary>
public sealed class CaseStore(CaseDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Begins a case of nobody yet.</summary>
    public async Task<CaseRow> CreateAsync(HealthOffice office, CancellationToken cancellationToken)
    {
        var (id, code) = (Token.Random(16), RandomNumberGenerator.GetString(Alphabet, 20));
        var row = new CaseRow
        {
            Id = id,
            Number = $"BEL-{GermanDate.Day(clock.GetUtcNow()).Year}-{RandomNumberGenerator.GetString(Alphabet, 8)}",
            AttendanceHash = Hash(code),
            Content = Seal(id, new CaseContent { Office = office, AttendanceCode = code }),
            ChangedAt = Now(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>A case that nobody has logged in for.</summary>
    public Task<CaseRow?> FindUnclaimedAsync(string? id, CancellationToken cancellationToken) => db.Cases.SingleOrDefaultAsync(row => row.Id == id && row.Owner == null, cancellationToken);

    /// <summary>The case if it belongs to the account; one of somebody else cannot be told from one that never was.</summary>
    public async Task<CaseRow?> FindOwnAsync(string id, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        OwnerOf(user) is { } owner ? await db.Cases.SingleOrDefaultAsync(row => row.Id == id && row.Owner == owner, cancellationToken) : null;

    /// <summary>All cases of the account, the newest first.</summary>
    public async Task<IReadOnlyList<CaseRow>> ListOwnAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        OwnerOf(user) is { } owner ? await db.Cases.Where(row => row.Owner == owner).OrderByDescending(row => row.ChangedAt).Take(50).ToListAsync(cancellationToken) : [];

    /// <summary>The case whose office has that code, however it was typed.</summary>
    public Task<CaseRow?> FindByCodeAsync(string code, CancellationToken cancellationToken)
    {
        var hash = Hash(string.Concat(code.Take(100).Where(char.IsLetterOrDigit)).ToUpperInvariant());
        return db.Cases.SingleOrDefaultAsync(row => row.AttendanceHash == hash, cancellationToken);
    }

    /// <exception cref="CryptographicException">The content was changed, moved to another row, or the key is gone.</exception>
    public CaseContent Open(CaseRow row) => JsonSerializer.Deserialize<CaseContent>(Protector(row.Id).Unprotect(row.Content))!;

    /// <summary>Stores changed content, and what else was changed in the row.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another request changed the case in the meantime.</exception>
    public async Task SaveAsync(CaseRow row, CaseContent content, CancellationToken cancellationToken)
    {
        row.Content = Seal(row.Id, content);
        row.MailHash = content.Mail is { } mail ? HashOfMail(mail) : null;
        (row.ChangedAt, row.Version) = (Now(), row.Version + 1);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What stands for the account in the database; null for a guest, who could never come back.</summary>
    public static string? OwnerOf(ClaimsPrincipal user) => user.TryGetEidIdentity(out var identity) && identity.Pseudonym is { } pseudonym ? Hash(pseudonym.ToUserKey()) : null;

    public static string HashOfMail(string address) => Hash(address.ToUpperInvariant());

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private byte[] Seal(string id, CaseContent content) => Protector(id).Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    private IDataProtector Protector(string id) => protection.CreateProtector("HealthCertificate", "Case", id);

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}
