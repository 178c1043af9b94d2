using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>A stamp that was checked, or why there is none.</summary>
internal sealed record StampResult(EvidenceProblem? Problem)
{
    public byte[]? Token { get; init; }

    public DateTimeOffset? Time { get; init; }

    public string? CertificatesPem { get; init; }

    public string? RevocationPem { get; init; }
}
