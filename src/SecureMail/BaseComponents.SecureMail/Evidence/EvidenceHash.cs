namespace BaseComponents.SecureMail.Evidence;

/// <summary>The hash that a time stamp is over.</summary>
public enum EvidenceHash
{
    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-384.</summary>
    Sha384,

    /// <summary>SHA-512.</summary>
    Sha512,
}
