using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>What the library throws when octets of strangers make no sense to it. It has no single type for that.</summary>
internal static class LibraryFault
{
    public static bool IsOne(Exception exception) => exception is PgpException or UnsupportedPacketVersionException or IOException or CryptoException or GeneralSecurityException or SecurityUtilityException or ArgumentException
        or InvalidOperationException or ArithmeticException or IndexOutOfRangeException or InvalidCastException or NotSupportedException or FormatException or NullReferenceException;
}
