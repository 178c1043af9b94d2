namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>Who says it: a signed list, or the signed answer of a responder.</summary>
internal interface IRevocationProof
{
    /// <summary>In PEM form, with a label that tells lists (<see cref="RevocationPem.List"/>) from answers (<see cref="RevocationPem.Answer"/>).</summary>
    string ToPem();
}
