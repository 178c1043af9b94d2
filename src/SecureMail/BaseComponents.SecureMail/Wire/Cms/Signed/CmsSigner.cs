namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>SignerInfo (RFC 5652 section 5.3) as it came.</summary>
/// <param name="Reference">Names the signer's certificate.</param>
/// <param name="Digest">Hash of the content.</param>
/// <param name="Attributes">The signed ones, or null: the signature is then over the content itself.</param>
/// <param name="Algorithm">Of the signature.</param>
/// <param name="Signature">Its value.</param>
/// <param name="TimeStamp">A time stamp over the signature's value (RFC 3161 appendix A), which proves itself; the other unsigned attributes are passed over.</param>
internal sealed record CmsSigner(
    CertificateReference Reference, AlgorithmIdentifier Digest, SignedAttributes? Attributes, AlgorithmIdentifier Algorithm, byte[] Signature, byte[]? TimeStamp);
