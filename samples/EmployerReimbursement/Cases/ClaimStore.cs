using System.Security.Cryptography;
using System.Text.Json;
using EmployerReimbursement.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace EmployerReimbursement.Cases;

/// <summary>An application that the browser has proved to be its own.</summary>
public sealed record OpenClaim(ClaimRow Row, Claim Content);

/// <summary>Keeps applications sealed; the id is part of the purpose, so content moved to another row does not open. One opens only with the secret of the browser that began it.</summary>
public sealed class ClaimStore(ClaimDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The secret that binds an application to its browser.</summary>
    public static BrowserSecret Browser { get; } = new("erstattung-antrag");

    public async Task<string> BeginAsync(Claim content, byte[] secret, CancellationToken cancellationToken = default)
    {
        var (id, now) = (Token.Random(16), clock.GetUtcNow());
        db.Add(new ClaimRow
        {
            Id = id,
            Number = $"FW-{GermanDate.Day(now).Year}-{RandomNumberGenerator.GetString(Alphabet, 8)}",
            BrowserHash = SHA256.HashData(secret),
            Content = Seal(id, content),
            ChangedAt = now.ToUnixTimeSeconds(),
        });
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>The application, or null when there is none or this browser did not begin it: the two cannot be told apart from outside.</summary>
    public async Task<OpenClaim?> FindAsync(string id, byte[] secret, CancellationToken cancellationToken = default) =>
        await db.Claims.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } row && CryptographicOperations.FixedTimeEquals(row.BrowserHash, SHA256.HashData(secret))
            ? Open(row)
            : null;

    public OpenClaim Open(ClaimRow row) => new(row, JsonSerializer.Deserialize<Claim>(Protector(row.Id, "Claim").Unprotect(row.Content))!);

    /// <summary>Changes the content; the caller's further changes are saved with it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another request changed it in the meantime.</exception>
    public async Task<OpenClaim> SaveAsync(OpenClaim open, Claim content, CancellationToken cancellationToken = default)
    {
        open.Row.Content = Seal(open.Row.Id, content);
        Touch(open.Row);
        await db.SaveChangesAsync(cancellationToken);
        return open with { Content = content };
    }

    /// <summary>Marks a row as changed now; the caller saves.</summary>
    public void Touch(ClaimRow row) => (row.ChangedAt, row.Version) = (clock.GetUtcNow().ToUnixTimeSeconds(), row.Version + 1);

    /// <summary>Stores the confirmation in place of an earlier one.</summary>
    public async Task SaveProofAsync(OpenClaim open, UploadedFile file, CancellationToken cancellationToken = default)
    {
        var content = Protector(open.Row.Id, "Proof").Protect(file.Content);
        if (await db.Proofs.FindAsync([open.Row.Id], cancellationToken) is { } row)
            (row.ContentType, row.Content) = (file.ContentType, content);
        else
            db.Add(new ProofRow { ClaimId = open.Row.Id, ContentType = file.ContentType, Content = content });
        await SaveAsync(open, open.Content, cancellationToken);
    }

    public Task<bool> HasProofAsync(string id, CancellationToken cancellationToken = default) => db.Proofs.AnyAsync(p => p.ClaimId == id, cancellationToken);

    public async Task<UploadedFile?> FindProofAsync(string id, CancellationToken cancellationToken = default) =>
        await db.Proofs.AsNoTracking().FirstOrDefaultAsync(p => p.ClaimId == id, cancellationToken) is { } row
            ? new UploadedFile(row.ContentType, Protector(id, "Proof").Unprotect(row.Content))
            : null;

    private byte[] Seal(string id, Claim content) => Protector(id, "Claim").Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    private IDataProtector Protector(string id, string kind) => protection.CreateProtector("EmployerReimbursement", kind, id);
}
