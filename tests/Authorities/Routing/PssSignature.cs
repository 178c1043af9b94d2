using System.Numerics;
using System.Security.Cryptography;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A signature by RSASSA-PSS with SHA-512 and a salt of any length (RFC 8017 section 9.1.1), which the framework does not make.</summary>
internal static class PssSignature
{
    private const int Hash = 64;

    public static byte[] Sign(RSA key, byte[] signed, int saltLength)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var encoded = Encode(SHA512.HashData(signed), RandomNumberGenerator.GetBytes(saltLength), key.KeySize / 8);
        var number = BigInteger.ModPow(Number(encoded), Number(parameters.D!), Number(parameters.Modulus!));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[(key.KeySize / 8) - bytes.Length], .. bytes];
    }

    private static byte[] Encode(byte[] hash, byte[] salt, int length)
    {
        var digest = SHA512.HashData([.. new byte[8], .. hash, .. salt]);
        byte[] block = [.. new byte[length - salt.Length - Hash - 2], 1, .. salt];
        var mask = Mask(digest, block.Length);
        for (var index = 0; index < block.Length; index++)
            block[index] ^= mask[index];
        block[0] &= 0x7F;
        return [.. block, .. digest, 0xBC];
    }

    private static byte[] Mask(byte[] seed, int length) =>
        [.. Enumerable.Range(0, (length / Hash) + 1).SelectMany(counter => SHA512.HashData([.. seed, 0, 0, 0, (byte)counter])).Take(length)];

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
