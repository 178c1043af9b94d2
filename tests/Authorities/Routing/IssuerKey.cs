using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A key of an issuer. Short ones are made fast; the tests that use them say that they count.</summary>
internal sealed class IssuerKey
{
    private readonly RSA _key;

    private IssuerKey(string id, int bits) => (Id, _key) = (id, RSA.Create(bits));

    public static IssuerKey First { get; } = new("first", 2048);

    public static IssuerKey Second { get; } = new("second", 2048);

    public static IssuerKey Long { get; } = new("long", 4096);

    public string Id { get; }

    /// <summary>As the issuer shows it.</summary>
    public JsonObject Shown(Action<JsonObject>? change = null)
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        var shown = new JsonObject
        {
            ["kty"] = "RSA",
            ["kid"] = Id,
            ["alg"] = "PS512",
            ["key_ops"] = new JsonArray("verify"),
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        change?.Invoke(shown);
        return shown;
    }

    /// <param name="signed">What is signed.</param>
    /// <param name="algorithm">How.</param>
    /// <param name="salt">Length of the salt; none for that of the hash.</param>
    public byte[] Sign(string signed, string algorithm, int? salt = null) => algorithm switch
    {
        "none" => [],
        "RS512" => _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS512" => HMACSHA512.HashData(Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(signed)),
        _ when salt is { } length => PssSignature.Sign(_key, Encoding.ASCII.GetBytes(signed), length),
        _ => _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
    };
}
