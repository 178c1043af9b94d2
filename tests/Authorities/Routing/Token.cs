using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A signature over a destination, good as it is; tests change one thing.</summary>
internal sealed record Token
{
    public static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    public const string Issuer = "https://issuer.example";
    public const string Host = "submission.example";
    public const string Service = "99102013104000";
    public const string Area = "145220180180";
    public const string Destination = "ac715f34-333e-41f4-9bb5-186b309ea233";

    public IssuerKey Key { get; init; } = IssuerKey.First;

    public string Algorithm { get; init; } = "PS512";

    /// <summary>What makes the signature, where the header says something else.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Length of the salt; none for that of the hash.</summary>
    public int? Salt { get; init; }

    public IReadOnlyList<(string[] Services, string[] Areas)> Entries { get; init; } = [([Service], [Area])];

    public Action<JsonObject>? Header { get; init; }

    public Action<JsonObject>? Claims { get; init; }

    public Func<string, string> HeaderText { get; init; } = static text => text;

    public Func<string, string> ClaimsText { get; init; } = static text => text;

    public Func<string, string> Whole { get; init; } = static text => text;

    public override string ToString()
    {
        var header = new JsonObject { ["kid"] = Key.Id, ["typ"] = "jwt", ["alg"] = Algorithm };
        Header?.Invoke(header);
        var claims = new JsonObject
        {
            ["submissionHost"] = Host,
            ["iss"] = Issuer,
            ["services"] = new JsonArray([.. Entries.Select(entry => new JsonObject
            {
                ["gebietIDs"] = List("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:", entry.Areas),
                ["leistungIDs"] = List("urn:de:fim:leika:leistung:", entry.Services),
            })]),
            ["destinationId"] = Destination,
            ["iat"] = Now.AddDays(-1).ToUnixTimeSeconds(),
            ["jti"] = "2d1426f2-d673-46de-868e-d96844d24fe1",
        };
        Claims?.Invoke(claims);
        var signed = $"{Encoded(HeaderText(header.ToJsonString()))}.{Encoded(ClaimsText(claims.ToJsonString()))}";
        return Whole($"{signed}.{Base64Url.EncodeToString(Key.Sign(signed, MadeBy ?? Algorithm, Salt))}");
    }

    // What begins with urn: stands there as it is.
    private static JsonArray List(string prefix, string[] keys) => new([.. keys.Select(key => JsonValue.Create(key.StartsWith("urn:", StringComparison.Ordinal) ? key : prefix + key))]);

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
