using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>The content of an encrypted token: AES-GCM, and AES-CBC with HMAC (RFC 7518, section 5). Nothing is decrypted that was not authenticated.</summary>
internal sealed class ContentEncryption
{
    private const int Block = 16;
    private const int GcmTag = 16;
    private const int GcmNonce = 12;

    private readonly HashAlgorithmName? _mac;

    private ContentEncryption(string name, int keyBytes, HashAlgorithmName? mac) => (Name, KeyBytes, _mac) = (name, keyBytes, mac);

    public string Name { get; }

    public int KeyBytes { get; }

    public static ContentEncryption? Find(string? name) => name switch
    {
        "A128GCM" => new(name, 16, null),
        "A256GCM" => new(name, 32, null),
        "A128CBC-HS256" => new(name, 32, HashAlgorithmName.SHA256),
        "A256CBC-HS512" => new(name, 64, HashAlgorithmName.SHA512),
        _ => null,
    };

    /// <exception cref="CryptographicException">The key is another one, or the message was changed.</exception>
    public byte[] Decrypt(byte[] key, byte[] nonce, byte[] cipher, byte[] tag, byte[] associated)
    {
        if (key.Length != KeyBytes)
            throw new CryptographicException("The content key has the wrong length.");
        return _mac is { } mac ? DecryptCbc(mac, key, nonce, cipher, tag, associated) : DecryptGcm(key, nonce, cipher, tag, associated);
    }

    private static byte[] DecryptGcm(byte[] key, byte[] nonce, byte[] cipher, byte[] tag, byte[] associated)
    {
        if (tag.Length != GcmTag || nonce.Length != GcmNonce)
            throw new CryptographicException("Nonce or tag have the wrong length.");
        using var aes = new AesGcm(key, GcmTag);
        var plain = new byte[cipher.Length];
        aes.Decrypt(nonce, cipher, tag, plain, associated);
        return plain;
    }

    private static byte[] DecryptCbc(HashAlgorithmName mac, byte[] key, byte[] nonce, byte[] cipher, byte[] tag, byte[] associated)
    {
        var half = key.Length / 2;
        byte[] covered = [.. associated, .. nonce, .. cipher, .. BitLength(associated)];
        var expected = mac == HashAlgorithmName.SHA256 ? HMACSHA256.HashData(key.AsSpan(0, half), covered) : HMACSHA512.HashData(key.AsSpan(0, half), covered);
        if (nonce.Length != Block || !CryptographicOperations.FixedTimeEquals(expected.AsSpan(0, half), tag))
            throw new CryptographicException("The message was changed, or the key is another one.");
        using var aes = Aes.Create();
        aes.Key = key[half..];
        return aes.DecryptCbc(cipher, nonce);
    }

    private static byte[] BitLength(byte[] bytes)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.LongLength * 8);
        return length;
    }
}
