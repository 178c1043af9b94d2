using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp.Opening;

namespace BaseComponents.SecureMail.Wire;

/// <summary>How far the layers of a mail are off, and what was found on the way.</summary>
internal sealed record LayerState(MimeLayer Layer, bool IsEncrypted = false, CmsSignatures? Signatures = null, SignatureVerdict? Verdict = null, IReadOnlyList<CheckedSignature>? OpenPgp = null)
{
    public bool HasSignature => Signatures is not null || Verdict is not null || OpenPgp is not null;

    /// <summary>A signature further out covers the ciphertext, not the content.</summary>
    public LayerState Decrypted(MimeLayer layer) => new(layer, true, null, HasSignature ? new SignatureVerdict.PartlySigned() : null);
}
