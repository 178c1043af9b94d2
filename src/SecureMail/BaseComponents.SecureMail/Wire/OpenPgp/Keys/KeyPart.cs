using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>The primary key or a subkey, with the verified signatures that say what it is for.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Says">Over the part; for the primary key those over its user id.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
internal sealed record KeyPart(PgpPublicKey Key, IReadOnlyList<SelfSignature> Says, bool IsRevoked)
{
    public DateTimeOffset Created { get; } = new(DateTime.SpecifyKind(Key.CreationTime, DateTimeKind.Utc));

    /// <param name="flags">One of these is needed.</param>
    /// <param name="now">When it is used.</param>
    public KeyFault Check(int flags, DateTimeOffset now)
    {
        if (IsRevoked)
            return KeyFault.Revoked;
        if (Created > now + ClockSkew.Allowed)
            return KeyFault.NotYetValid;
        if (SelfSignature.InForce(Says, now) is not { IsRevocation: false } says || (says.Flags & flags) == 0)
            return KeyFault.WrongUsage;
        return HasEnded(says, now) ? KeyFault.Expired : KeyFault.None;
    }

    public bool HasEnded(SelfSignature says, DateTimeOffset now) => says.KeyLifetime > 0 && Created.AddSeconds(says.KeyLifetime) <= now;
}
