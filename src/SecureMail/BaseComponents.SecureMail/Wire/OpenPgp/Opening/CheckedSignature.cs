using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

internal enum OpenPgpSignatureState
{
    /// <summary>No configured key has this id.</summary>
    Unknown,

    /// <summary>Made in a way that cannot be relied on.</summary>
    Unacceptable,

    /// <summary>A configured key has this id, and it did not sign this content.</summary>
    Broken,
    Intact,
}

/// <param name="State">What the mathematics say.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Signer">Whose key made it, where it is intact.</param>
/// <param name="Part">The part of that key.</param>
internal sealed record CheckedSignature(OpenPgpSignatureState State, PgpSignature Signature, PinnedKey? Signer = null, PgpPublicKey? Part = null);
