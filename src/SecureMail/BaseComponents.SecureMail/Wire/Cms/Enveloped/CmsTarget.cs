using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Somebody who shall be able to open a message.</summary>
/// <param name="Certificate">With an RSA key, or one on a curve of <see cref="AgreementCurve"/>.</param>
/// <param name="Transport">How the content key is encrypted for an RSA key.</param>
internal sealed record CmsTarget(X509Certificate2 Certificate, KeyTransport Transport)
{
    /// <summary>Keeps an RSA key for the next message to the same certificate.</summary>
    public RecipientRsaKeys Keys { get; init; } = new();
}
