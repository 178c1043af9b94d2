using System.Security.Cryptography;
using System.Text.Json;
using BaseComponents.Authorities.Internal.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>
/// Reads an issuer's public keys (RFC 7517). A key that is not plainly an RSA key for such signatures is there and unfit; one name for two
/// keys makes both unfit.
/// </summary>
internal static class KeySetReader
{
    private const int MostKeys = 100;
    private const int LongestKeyId = 200;
    private const int MostBits = 8192;

    // What a public key never has.
    private static readonly string[] _private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <exception cref="JsonException">It is no set of keys, or an unreasonable one.</exception>
    public static KeySet Read(JsonElement root, int minimumBits)
    {
        if (root.Member("keys", JsonValueKind.Array) is not { } items || items.GetArrayLength() > MostKeys)
            throw new JsonException($"It is no set of at most {MostKeys} keys.");
        var keys = new Dictionary<string, RSAParameters?>(StringComparer.Ordinal);
        foreach (var item in items.EnumerateArray())
        {
            if (item.Text("kid") is not { Length: > 0 and <= LongestKeyId } name)
                continue;
            if (!keys.TryAdd(name, KeyOf(item, minimumBits)))
                keys[name] = null;
        }

        return new KeySet(keys);
    }

    private static RSAParameters? KeyOf(JsonElement key, int minimumBits)
    {
        if (key.Text("kty") != "RSA" || !IsAbsentOr(key, "alg", "PS512") || !IsAbsentOr(key, "use", "sig") || !MayVerify(key) || _private.Any(name => key.TryGetProperty(name, out _)))
            return null;
        // 65537, as all keys of FIT-Connect have it.
        if (key.Text("e") != "AQAB" || key.Text("n") is not { Length: <= MostBits / 6 + 2 } text || CanonicalBase64Url.Read(text) is not { } modulus)
            return null;
        var bits = modulus[0] == 0 ? 0 : (8 * modulus.Length) - (7 - (int)uint.Log2(modulus[0]));
        return bits >= minimumBits && bits <= MostBits && modulus[^1] % 2 == 1 ? new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] } : null;
    }

    private static bool IsAbsentOr(JsonElement key, string name, string wanted) => !key.TryGetProperty(name, out _) || key.Text(name) == wanted;

    private static bool MayVerify(JsonElement key) => !key.TryGetProperty("key_ops", out _) || key.Items("key_ops").Any(item => item.Text() == "verify");
}
