namespace BaseComponents.Authorities.Snapshots;

/// <summary>The snapshot that a directory answers from, instead of reading deliveries itself.</summary>
public sealed class SnapshotOptions
{
    /// <summary>The file. Replace it by renaming another over it, never by writing into it.</summary>
    /// <value>None: the directory reads deliveries.</value>
    public string? Path { get; set; }

    /// <summary>The keys (PEM text, ECDSA on P-256 or P-384) of those whose snapshots are used. Several, so that a maker can change the key.</summary>
    /// <value>Empty: at least one must be set, unless unsigned snapshots are allowed.</value>
    public IList<string> PublicKeys { get; set; } = [];

    /// <summary>Whether a snapshot without signature is used. Anybody could have put it there: only for the Sandbox.</summary>
    /// <value><see langword="false"/>; <see langword="true"/> is refused outside of the Sandbox.</value>
    public bool AllowUnsigned { get; set; }

    /// <summary>Whether the file is read into memory instead of mapped: then nobody who may write the file changes it after it was checked.</summary>
    /// <value><see langword="false"/>; on Windows always <see langword="true"/>, since a mapped file cannot be replaced there.</value>
    public bool CopyToMemory { get; set; }

    /// <summary>Whether the mail addresses and accounts of units that are new in a snapshot are used at once; those of known units never are.</summary>
    /// <value><see langword="true"/>.</value>
    public bool TrustNewOffices { get; set; } = true;
}
