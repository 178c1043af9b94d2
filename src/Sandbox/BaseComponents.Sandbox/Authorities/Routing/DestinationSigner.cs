using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>Writes the signature that a plan describes, in compact serialisation (RFC 7515).</summary>
internal static class DestinationSigner
{
    public const string Algorithm = "PS512";
    private const string RegionUrn = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";
    private const string ServiceUrn = "urn:de:fim:leika:leistung:";

    public static string Sign(SignaturePlan plan)
    {
        var signed = $"{Encoded(Header(plan).ToJsonString())}.{Encoded(plan.Rewrite(Claims(plan).ToJsonString()))}";
        using var key = plan.Key.Open();
        return plan.Damage($"{signed}.{Base64Url.EncodeToString(Signature(plan.Algorithm, key, Encoding.ASCII.GetBytes(signed)))}");
    }

    private static JsonObject Header(SignaturePlan plan)
    {
        var header = new JsonObject { ["kid"] = plan.KeyId, ["typ"] = "jwt", ["alg"] = plan.Algorithm };
        if (plan.IsCritical)
        {
            header["crit"] = new JsonArray("sandbox");
            header["sandbox"] = true;
        }

        return header;
    }

    private static JsonObject Claims(SignaturePlan plan) => new()
    {
        ["submissionHost"] = plan.SubmissionHost,
        ["iss"] = plan.Issuer,
        ["services"] = new JsonArray([.. plan.Entries.Select(Entry)]),
        ["destinationId"] = plan.Destination.ToString(),
        ["iat"] = plan.IssuedAt.ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString(),
    };

    private static JsonObject Entry(SignedEntry entry) => new()
    {
        ["gebietIDs"] = new JsonArray([.. entry.Areas.Select(area => JsonValue.Create(RegionUrn + area))]),
        ["leistungIDs"] = new JsonArray([.. entry.Services.Select(service => JsonValue.Create(ServiceUrn + service))]),
    };

    private static byte[] Signature(string algorithm, RSA key, byte[] signed) => algorithm switch
    {
        "none" => [],
        "RS512" => key.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        _ => key.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
    };

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
