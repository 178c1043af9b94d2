namespace BaseComponents.SecureMail;

/// <summary>Where an OpenPGP key comes from: exactly one of text and file. It holds one key of version 4 in its text form (RFC 9580 section 6.2).</summary>
/// <remarks>Amtlich: PGP-Schlüssel.</remarks>
public sealed class OpenPgpKeyOptions
{
    /// <summary>The key as text, beginning with <c>-----BEGIN PGP</c>.</summary>
    public string? Armored { get; set; }

    /// <summary>A file with the key as text. A secret key is read again when the file changes, a public one when the configuration does.</summary>
    public string? Path { get; set; }

    /// <summary>Passphrase of a secret key.</summary>
    /// <value><see langword="null"/>: it has none.</value>
    public string? Passphrase { get; set; }
}
