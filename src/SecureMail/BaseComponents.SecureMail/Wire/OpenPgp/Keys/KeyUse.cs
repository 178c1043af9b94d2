using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>What a key is used for, and the flags that allow it (RFC 9580 section 5.2.3.29). A key without flags allows nothing.</summary>
internal sealed record KeyUse(int Flags, Func<PgpPublicKey, bool> IsStrong)
{
    public static KeyUse Sign { get; } = new(PgpKeyFlags.CanSign, KeyStrength.Signs);

    public static KeyUse Encrypt { get; } = new(PgpKeyFlags.CanEncryptCommunications | PgpKeyFlags.CanEncryptStorage, KeyStrength.Encrypts);
}
