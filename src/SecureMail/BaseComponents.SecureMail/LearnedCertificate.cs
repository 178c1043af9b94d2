namespace BaseComponents.SecureMail;

/// <summary>A certificate that came with a valid mail.</summary>
public sealed record LearnedCertificate
{
    /// <summary>The address it was seen with.</summary>
    public required string Address { get; init; }

    /// <summary>The certificate in DER form.</summary>
    public required ReadOnlyMemory<byte> Encoded { get; init; }

    /// <summary>Certificates between it and the anchor, in DER form.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Intermediates { get; init; } = [];

    /// <summary>When a mail with it was last read.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The time only.</summary>
    public override string ToString() => $"LearnedCertificate {{ SeenAt = {SeenAt:O} }}";
}
