using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>ECDH-ES in direct mode (RFC 7518, section 4.6): the content key comes from our key and the sender's key of this one message.</summary>
internal static class KeyAgreement
{
    private const int LongestParty = 256;

    /// <exception cref="CryptographicException">The keys do not belong together, or the sender's is no point of the curve.</exception>
    public static byte[] ContentKey(ECDiffieHellman own, TokenHeader header, ContentEncryption content)
    {
        using var theirs = SendersKey(header.EphemeralKey, own);
        var secret = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var (partyU, partyV) = header.Parties;
        return Derive(secret, [.. Prefixed(Encoding.ASCII.GetBytes(content.Name)), .. Prefixed(Party(partyU)), .. Prefixed(Party(partyV)), .. Number(content.KeyBytes * 8)], content.KeyBytes);
    }

    // NIST SP 800-56A, section 5.8.1, with SHA-256.
    private static byte[] Derive(byte[] secret, byte[] otherInfo, int bytes)
    {
        var key = new List<byte>();
        for (var round = 1; key.Count < bytes; round++)
            key.AddRange(SHA256.HashData([.. Number(round), .. secret, .. otherInfo]));
        return [.. key[..bytes]];
    }

    private static ECDiffieHellman SendersKey(JsonElement? key, ECDiffieHellman own)
    {
        var curve = own.ExportParameters(includePrivateParameters: false).Curve;
        if (key is not { ValueKind: JsonValueKind.Object } jwk || EllipticCurves.NameOf(curve) is not { } name || Member(jwk, "crv") != name)
            throw new CryptographicException("The sender's key is missing or of another curve.");
        return ECDiffieHellman.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Bytes(Member(jwk, "x")), Y = Bytes(Member(jwk, "y")) } });
    }

    private static byte[] Party(string? text) => text is { Length: > LongestParty } ? throw new CryptographicException("A name in the header is too long.") : Bytes(text);

    private static byte[] Bytes(string? text)
    {
        try
        {
            return text is null ? [] : Base64UrlEncoder.DecodeBytes(text);
        }
        catch (FormatException exception)
        {
            throw new CryptographicException("The sender's key cannot be read.", exception);
        }
    }

    private static string? Member(JsonElement jwk, string name) => jwk.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[] Prefixed(byte[] bytes) => [.. Number(bytes.Length), .. bytes];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
