using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail;

/// <summary>A certificate that was found for a recipient. It proves nothing yet.</summary>
/// <remarks>Amtlich: Empfängerzertifikat.</remarks>
public sealed record RecipientCertificate
{
    /// <summary>The certificate.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>Certificates that may stand between it and the anchor.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates { get; init; } = [];

    /// <summary>How the content key is encrypted for it.</summary>
    /// <value><see langword="null"/>: what the certificate says, else <see cref="SecureMailOptions.DefaultKeyTransport"/>.</value>
    public KeyTransport? KeyTransport { get; init; }

    /// <summary>How the content is encrypted where all recipients of a mail read it.</summary>
    /// <value><see langword="null"/>: what the certificate says, else <see cref="SecureMailOptions.DefaultContentEncryption"/>.</value>
    public ContentEncryption? ContentEncryption { get; init; }

    /// <summary>The end of its validity only: a certificate names a person.</summary>
    public override string ToString() => $"RecipientCertificate {{ NotAfter = {Certificate.NotAfter.ToUniversalTime():O} }}";
}
