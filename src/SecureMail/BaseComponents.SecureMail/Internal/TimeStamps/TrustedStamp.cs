using BaseComponents.SecureMail.Internal.Revocation;

namespace BaseComponents.SecureMail.Internal.TimeStamps;

/// <summary>A stamp of somebody who is believed.</summary>
/// <param name="Time">When the data was there.</param>
/// <param name="CertificatesPem">The certificates from the stamp's to the anchor.</param>
/// <param name="Proofs">Who has said that they were not revoked.</param>
internal sealed record TrustedStamp(DateTimeOffset Time, string CertificatesPem, IReadOnlyList<IRevocationProof> Proofs);
