using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.IO;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>
/// The work of a pass over the message with a key of chance, where the session key could not be opened: else the time would tell whether the padding of an RSA encryption was right,
/// which is all that Bleichenbacher's attack asks for (the thought of RFC 3218).
/// </summary>
internal static class ChancePass
{
    public static void Over(EncryptedMessage encrypted)
    {
        var cipher = CipherUtilities.GetCipher("AES/CFB/NoPadding");
        cipher.Init(false, new ParametersWithIV(new KeyParameter(RandomNumberGenerator.GetBytes(32)), new byte[16]));
        using var clear = new CipherStream(encrypted.OpenData(), cipher, null);
        using var digest = new DigestStream(clear, new Sha1Digest(), null);
        digest.CopyTo(Stream.Null);
    }
}
