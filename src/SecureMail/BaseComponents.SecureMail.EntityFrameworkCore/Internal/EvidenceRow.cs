namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>One time stamp, or the order for one, as a row. Times are UTC.</summary>
internal sealed class EvidenceRow
{
    public string Tenant { get; set; } = "";

    public string MailId { get; set; } = "";

    public string Name { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? DueAt { get; set; }

    public int Attempts { get; set; }

    public string? Problem { get; set; }

    public string? Hash { get; set; }

    public string? HashValue { get; set; }

    public DateTime? Time { get; set; }

    public byte[]? Token { get; set; }

    public string? CertificatesPem { get; set; }

    public string? RevocationPem { get; set; }

    public byte[]? Data { get; set; }

    public long Version { get; set; }
}
