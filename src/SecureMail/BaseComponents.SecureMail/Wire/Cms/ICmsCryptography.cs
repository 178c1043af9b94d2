using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>The one place where cryptographic messages (CMS, RFC 5652) are made and opened. It knows no mail and no policy.</summary>
internal interface ICmsCryptography
{
    /// <summary>Detached SignedData over the content: SHA-256, with signed attributes.</summary>
    /// <exception cref="CmsException">The key does not sign.</exception>
    byte[] Sign(byte[] content, CmsSigning signing);

    /// <summary>EnvelopedData: AES-256-CBC, one RSA key transport per target.</summary>
    /// <exception cref="CmsException">The key of a target does not encrypt.</exception>
    byte[] Encrypt(byte[] content, IReadOnlyList<CmsTarget> targets);

    /// <summary>Opens EnvelopedData with the first key that a recipient entry names.</summary>
    /// <exception cref="CmsException">No key fits, another algorithm, or a broken message.</exception>
    byte[] Decrypt(byte[] message, IEnumerable<X509Certificate2> keys);

    /// <summary>Checks SignedData without judging certificates.</summary>
    /// <param name="message">The DER or BER form.</param>
    /// <param name="detachedContent">The signed bytes, or null where they are inside.</param>
    CmsSignatures Verify(byte[] message, byte[]? detachedContent);
}

internal sealed record CmsSigning(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates, SignaturePadding Padding, DateTimeOffset Time);

internal sealed record CmsTarget(X509Certificate2 Certificate, KeyTransport Transport);

/// <summary>What SignedData says.</summary>
/// <param name="Content">The signed bytes.</param>
/// <param name="HasSigners">Whether anyone has signed; a message without signers is a mere container of certificates.</param>
/// <param name="AreIntact">Every signature whose certificate is known matches the content.</param>
/// <param name="AreAcceptable">Every signature uses algorithms and attributes that can be relied on.</param>
/// <param name="Signatures">Those whose certificate is known.</param>
/// <param name="Certificates">All certificates that came along.</param>
internal sealed record CmsSignatures(
    byte[] Content, bool HasSigners, bool AreIntact, bool AreAcceptable, IReadOnlyList<CmsSignature> Signatures, IReadOnlyList<X509Certificate2> Certificates);

internal sealed record CmsSignature(X509Certificate2 Certificate, DateTimeOffset? ClaimedTime);

internal enum CmsProblem
{
    Malformed,
    NoKey,
    UnsupportedAlgorithm,
    UnusableKey,
}

internal sealed class CmsException(CmsProblem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public CmsProblem Problem { get; } = problem;
}
