using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>What SignedData says, without a judgement about anybody's certificate.</summary>
/// <param name="Signers">All of them.</param>
/// <param name="Certificates">All certificates that came along.</param>
internal sealed record CmsSignatures(IReadOnlyList<CmsSignature> Signers, IReadOnlyList<X509Certificate2> Certificates)
{
    /// <summary>A message without signers is a mere container of certificates.</summary>
    public bool HasSigners => Signers.Count > 0;

    /// <summary>No signature was found broken; one whose certificate is missing could not be checked.</summary>
    public bool AreIntact => Signers.All(signer => signer.State is not SignatureState.Broken);

    /// <summary>Every signature uses algorithms and attributes that can be relied on.</summary>
    public bool AreAcceptable => Signers.All(signer => signer.IsAcceptable);
}

/// <summary>What was found of one signer.</summary>
/// <param name="Certificate">The signer's, or null if it did not come along.</param>
/// <param name="State">Whether signature and content belong together.</param>
/// <param name="IsAcceptable">Whether algorithms and attributes can be relied on.</param>
/// <param name="ClaimedTime">When the signer says to have signed.</param>
/// <param name="Signer">What came.</param>
internal sealed record CmsSignature(X509Certificate2? Certificate, SignatureState State, bool IsAcceptable, DateTimeOffset? ClaimedTime, CmsSigner Signer);

internal enum SignatureState
{
    /// <summary>Signature, attributes and content belong together.</summary>
    Intact,

    /// <summary>They do not.</summary>
    Broken,

    /// <summary>Without the signer's certificate, or with an algorithm that is not known, nothing can be said.</summary>
    Unchecked,
}
