using BaseComponents.SecureMail.Internal.Revocation;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What came of the check of a certificate.</summary>
/// <param name="Fault">Why it must not be used, or none.</param>
/// <param name="Revocation">What is known of its revocation, where there is no fault.</param>
internal readonly record struct CertificateJudgement(CertificateFault Fault, RevocationStatus Revocation)
{
    /// <summary>Who has said so.</summary>
    public IReadOnlyList<IRevocationProof> Proofs { get; init; } = [];
}
