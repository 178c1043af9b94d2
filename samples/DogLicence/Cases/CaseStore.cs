using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Cases;

/// <summary>Creates, opens and changes cases. A case opens only with the secret of the browser that began it.</summary>
public sealed class CaseStore(CaseDb db, CaseSeal seal, TimeProvider clock)
{
    /// <summary>Begins a case.</summary>
    public async Task<OpenCase> CreateAsync(DogCase content, byte[] browserSecret, CancellationToken cancellationToken = default)
    {
        var id = Token.Random(16);
        var row = new CaseRow
        {
            Id = id,
            Number = CaseNumber.Next(clock),
            BrowserHash = SHA256.HashData(browserSecret),
            Content = seal.Seal(id, content),
            ChangedAt = Now(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return new OpenCase(row, content);
    }

    /// <summary>The case, or null when there is none or this browser did not begin it: the two cannot be told apart from outside.</summary>
    public async Task<OpenCase?> FindAsync(string id, byte[] browserSecret, CancellationToken cancellationToken = default)
    {
        var row = await db.Cases.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        return row is not null && CryptographicOperations.FixedTimeEquals(row.BrowserHash, SHA256.HashData(browserSecret))
            ? new OpenCase(row, seal.Open(row.Id, row.Content))
            : null;
    }

    /// <summary>The case this browser changed last and has not finished, or null.</summary>
    public async Task<UnfinishedCase?> FindUnfinishedAsync(byte[] browserSecret, CancellationToken cancellationToken = default)
    {
        var hash = SHA256.HashData(browserSecret);
        return await db.Cases.Where(c => c.BrowserHash == hash && (c.Stage == CaseStage.Draft || c.Stage == CaseStage.Paying))
            .OrderByDescending(c => c.ChangedAt).Select(c => new UnfinishedCase(c.Id, c.Number)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The id of the case of that number, or null when this browser did not begin it.</summary>
    public async Task<string?> FindIdAsync(string number, byte[] browserSecret, CancellationToken cancellationToken = default)
    {
        var row = await db.Cases.Where(c => c.Number == number).Select(c => new { c.Id, c.BrowserHash }).FirstOrDefaultAsync(cancellationToken);
        return row is not null && CryptographicOperations.FixedTimeEquals(row.BrowserHash, SHA256.HashData(browserSecret)) ? row.Id : null;
    }

    /// <summary>The case of that number, for the machinery.</summary>
    public async Task<OpenCase?> FindByNumberAsync(string number, CancellationToken cancellationToken = default)
    {
        var row = await db.Cases.FirstOrDefaultAsync(c => c.Number == number, cancellationToken);
        return row is null ? null : new OpenCase(row, seal.Open(row.Id, row.Content));
    }

    /// <summary>Stores changed content and, if given, further changes to the row.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another request changed the case in the meantime.</exception>
    public async Task<OpenCase> SaveAsync(OpenCase open, DogCase content, Action<CaseRow>? change = null, CancellationToken cancellationToken = default)
    {
        open.Row.Content = seal.Seal(open.Id, content);
        open.Row.ChangedAt = Now();
        open.Row.Version++;
        change?.Invoke(open.Row);
        await db.SaveChangesAsync(cancellationToken);
        return open with { Content = content };
    }

    /// <summary>Stores the proof of insurance in place of an earlier one.</summary>
    public async Task SaveProofAsync(OpenCase open, string contentType, byte[] content, CancellationToken cancellationToken = default)
    {
        await db.Proofs.Where(p => p.CaseId == open.Id).ExecuteDeleteAsync(cancellationToken);
        db.Add(new ProofRow { CaseId = open.Id, ContentType = contentType, Size = content.Length, Content = seal.SealProof(open.Id, content) });
        await SaveAsync(open, open.Content, cancellationToken: cancellationToken);
    }

    public async Task RemoveProofAsync(OpenCase open, CancellationToken cancellationToken = default) =>
        await db.Proofs.Where(p => p.CaseId == open.Id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Kind and size of the stored proof, without opening it.</summary>
    public async Task<Proof?> FindProofAsync(OpenCase open, CancellationToken cancellationToken = default) => await db.Proofs
        .Where(p => p.CaseId == open.Id).Select(p => new Proof(p.ContentType, p.Size)).FirstOrDefaultAsync(cancellationToken);

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}

/// <summary>What leads back to a case.</summary>
public sealed record UnfinishedCase(string Id, string Number);

/// <param name="Size">Bytes.</param>
public sealed record Proof(string ContentType, int Size)
{
    public string FileName => "versicherungsnachweis" + UploadedFile.ExtensionOf(ContentType);
}
