using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>An encrypted token (RFC 7516), correct until a test spoils one thing.</summary>
internal sealed record ForgedJwe
{
    public string Algorithm { get; init; } = "RSA-OAEP-256";

    public string Encryption { get; init; } = "A256GCM";

    public RSAEncryptionPadding Padding { get; init; } = RSAEncryptionPadding.OaepSHA256;

    public Action<JsonObject> Header { get; init; } = _ => { };

    /// <summary>Changes one of the five parts.</summary>
    public Func<string[], string[]> Parts { get; init; } = parts => parts;

    public string Encrypt(string text, X509Certificate2 recipient)
    {
        var header = new JsonObject { ["alg"] = Algorithm, ["enc"] = Encryption, ["cty"] = "JWT" };
        var (key, wrapped) = Algorithm == "ECDH-ES" ? Agree(header, recipient) : Wrap(recipient);
        Header(header);
        var head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        var (nonce, cipher, tag) = Seal(key, Encoding.UTF8.GetBytes(text), Encoding.ASCII.GetBytes(head));
        return string.Join('.', Parts([head, Base64Url.EncodeToString(wrapped), Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher), Base64Url.EncodeToString(tag)]));
    }

    private int KeyBytes => Encryption switch { "A128GCM" => 16, "A256GCM" or "A128CBC-HS256" => 32, _ => 64 };

    private (byte[] Key, byte[] Wrapped) Wrap(X509Certificate2 recipient)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        using var rsa = recipient.GetRSAPublicKey()!;
        return (key, rsa.Encrypt(key, Padding));
    }

    private (byte[] Key, byte[] Wrapped) Agree(JsonObject header, X509Certificate2 recipient)
    {
        using var theirs = recipient.PublicKey.GetECDiffieHellmanPublicKey()!;
        using var own = ECDiffieHellman.Create(theirs.ExportParameters(false).Curve);
        var point = own.ExportParameters(false).Q;
        header["epk"] = new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = own.KeySize switch { 256 => "P-256", 384 => "P-384", _ => "P-521" },
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
        var secret = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var key = new List<byte>();
        for (var round = 1; key.Count < KeyBytes; round++)
            key.AddRange(SHA256.HashData([.. Number(round), .. secret, .. Number(Encryption.Length), .. Encoding.ASCII.GetBytes(Encryption), .. Number(0), .. Number(0), .. Number(KeyBytes * 8)]));
        return ([.. key[..KeyBytes]], []);
    }

    private (byte[] Nonce, byte[] Cipher, byte[] Tag) Seal(byte[] key, byte[] plain, byte[] associated)
    {
        if (Encryption.EndsWith("GCM", StringComparison.Ordinal))
        {
            using var gcm = new AesGcm(key, 16);
            var (nonce, cipherText, tag) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length], new byte[16]);
            gcm.Encrypt(nonce, plain, cipherText, tag, associated);
            return (nonce, cipherText, tag);
        }

        using var aes = Aes.Create();
        aes.Key = key[(key.Length / 2)..];
        var vector = RandomNumberGenerator.GetBytes(16);
        var cipher = aes.EncryptCbc(plain, vector);
        byte[] covered = [.. associated, .. vector, .. cipher, .. Number(0), .. Number(associated.Length * 8)];
        var mac = key.Length == 32 ? HMACSHA256.HashData(key[..16], covered) : HMACSHA512.HashData(key[..32], covered);
        return (vector, cipher, mac[..(key.Length / 2)]);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
