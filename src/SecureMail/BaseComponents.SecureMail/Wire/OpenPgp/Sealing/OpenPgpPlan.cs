using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>How one mail is sealed.</summary>
/// <param name="Targets">Who can open it; empty where it is signed only.</param>
/// <param name="Cipher">The best AES that all of them read.</param>
/// <param name="Signing">Who signs.</param>
internal sealed record OpenPgpPlan(IReadOnlyList<PgpPublicKey> Targets, SymmetricKeyAlgorithmTag Cipher, OpenPgpSigning Signing);
