namespace BaseComponents.SecureMail;

/// <summary>How long one certificate still lasts.</summary>
/// <remarks>Amtlich: Restlaufzeit eines Zertifikats.</remarks>
public sealed record CertificateLifetime
{
    /// <summary>What it is used for.</summary>
    public required CertificateRole Role { get; init; }

    /// <summary>Place in <see cref="SecureMailOptions.Recipients"/>; 0 for the sender's own.</summary>
    public required int Index { get; init; }

    /// <summary>SHA-256 thumbprint in hexadecimal form.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The last moment of its validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Time until then; negative when it has ended.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>Whether it ends within <see cref="SecureMailOptions.WarnBeforeExpiry"/>, or has ended.</summary>
    public required bool EndsSoon { get; init; }
}
