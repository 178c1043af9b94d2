using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Between row and model.</summary>
internal static class EvidenceMapping
{
    public static MailEvidence ToEvidence(this EvidenceRow row) => new()
    {
        Tenant = row.Tenant,
        MailId = row.MailId,
        Name = row.Name,
        CreatedAt = Time(row.CreatedAt),
        DueAt = row.DueAt is { } due ? Time(due) : null,
        Attempts = row.Attempts,
        Problem = row.Problem is { } problem ? Enum.Parse<EvidenceProblem>(problem) : null,
        Hash = row.Hash is { } hash ? Enum.Parse<EvidenceHash>(hash) : null,
        HashValue = row.HashValue,
        Time = row.Time is { } time ? Time(time) : null,
        Token = row.Token,
        CertificatesPem = row.CertificatesPem,
        RevocationPem = row.RevocationPem,
        Data = row.Data,
        Version = row.Version,
    };

    public static EvidenceRow ToRow(this MailEvidence evidence) => new()
    {
        Tenant = evidence.Tenant,
        MailId = evidence.MailId,
        Name = evidence.Name,
        CreatedAt = evidence.CreatedAt.UtcDateTime,
        DueAt = evidence.DueAt?.UtcDateTime,
        Attempts = evidence.Attempts,
        Problem = evidence.Problem?.ToString(),
        Hash = evidence.Hash?.ToString(),
        HashValue = evidence.HashValue,
        Time = evidence.Time?.UtcDateTime,
        Token = evidence.Token?.ToArray(),
        CertificatesPem = evidence.CertificatesPem,
        RevocationPem = evidence.RevocationPem,
        Data = evidence.Data?.ToArray(),
        Version = evidence.Version,
    };

    // SQLite gives a time back without its kind.
    private static DateTimeOffset Time(DateTime stored) => new(DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
