namespace BaseComponents.SecureMail;

/// <summary>One layer of protection around the content of a mail: a closed set.</summary>
public abstract record MailLayer
{
    private MailLayer()
    {
    }

    /// <summary>Encrypted content (EnvelopedData, or AuthEnvelopedData; OpenPGP).</summary>
    /// <param name="Algorithm">Such as <c>AES-256-GCM</c>.</param>
    /// <param name="IsAuthenticated">Whether the encryption shows a change by itself.</param>
    /// <param name="Recipients">Whose keys open it.</param>
    public sealed record Encryption(string Algorithm, bool IsAuthenticated, IReadOnlyList<MailRecipient> Recipients) : MailLayer;

    /// <summary>Signed content (SignedData; OpenPGP).</summary>
    /// <param name="IsDetached">Whether the signature stands beside the content (multipart/signed) or around it.</param>
    /// <param name="Signers">Who signed, as the message says.</param>
    public sealed record Signature(bool IsDetached, IReadOnlyList<MailSigner> Signers) : MailLayer;
}

/// <summary>A certificate that a mail is encrypted for.</summary>
/// <param name="Certificate">Issuer and serial number, or the identifier of the key. Never the name of the holder.</param>
/// <param name="Algorithm">How the content key is encrypted, such as <c>RSA-OAEP</c>.</param>
public sealed record MailRecipient(string Certificate, string Algorithm);

/// <summary>A signature on a mail.</summary>
/// <param name="Certificate">Issuer and serial number of the signer's certificate, or the identifier of the key. Never the name of the holder.</param>
/// <param name="Digest">Hash of the content, such as <c>SHA-256</c>.</param>
/// <param name="Algorithm">Such as <c>RSASSA-PSS</c>.</param>
/// <param name="IsIntact">Whether signature and content belong together; <see langword="null"/> where that cannot be said, such as without the certificate.</param>
public sealed record MailSigner(string Certificate, string Digest, string Algorithm, bool? IsIntact);
