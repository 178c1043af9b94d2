using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace DogLicence.Cases;

/// <summary>Encrypts case data for the disk. The case id is part of the purpose: content moved to another row does not open.</summary>
public sealed class CaseSeal(IDataProtectionProvider protection)
{
    public byte[] Seal(string caseId, DogCase content) => Case(caseId).Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The content was changed, moved, or the key is gone.</exception>
    public DogCase Open(string caseId, byte[] sealedContent) =>
        JsonSerializer.Deserialize<DogCase>(Case(caseId).Unprotect(sealedContent))
        ?? throw new InvalidDataException("The stored case is empty.");

    public byte[] SealProof(string caseId, byte[] content) => Proof(caseId).Protect(content);

    public byte[] OpenProof(string caseId, byte[] sealedContent) => Proof(caseId).Unprotect(sealedContent);

    private IDataProtector Case(string caseId) => protection.CreateProtector("DogLicence", "Case", caseId);

    private IDataProtector Proof(string caseId) => protection.CreateProtector("DogLicence", "Proof", caseId);
}
