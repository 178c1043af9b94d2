extern alias authorities;

using System.Text;
using System.Text.Json;
using authorities::BaseComponents.Authorities.Routing;
using authorities::BaseComponents.Authorities.Wire.Routing;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>An answer of the routing service, or of an issuer of keys: read as promised, or refused as such.</summary>
internal abstract class RoutingAnswerReader(string name) : Reader(name)
{
    public override void Read(byte[] input)
    {
        try
        {
            using var answer = StrictJson.ReadAsync(new MemoryStream(input), CancellationToken.None).GetAwaiter().GetResult();
            Take(answer.RootElement);
        }
        catch (JsonException)
        {
            // As promised.
        }
    }

    protected abstract void Take(JsonElement root);

    protected static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>A page of routes, in both versions, of areas, or what the service says of itself.</summary>
internal sealed class RoutesReader() : RoutingAnswerReader("routing-answer")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("routes.json", Text("""
            {"count":1,"offset":0,"totalCount":1,"routes":[{"destinationId":"ac715f34-333e-41f4-9bb5-186b309ea233","destinationSignature":"a.b.c","destinationName":"Steueramt","destinationLogo":"https://amt.example/logo.png",
            "contactPersons":[{"name":"Amt","tel":"1","fax":null,"email":"amt@amt.example"},5],"address":{"street":"Markt","houseNumber":"1","zip":"09599","city":"Freiberg"},"postOfficeBox":{"postOfficeBox":"1","zip":"09599","city":"Freiberg"},
            "privacyPolicyUrl":"https://amt.example/p","furtherInformation":{"description":{"de":"<p>Text <script>x</script></p>","en":"Text"}},"deadline":{"description":[]},"processingDuration":{"minDuration":1,"maxDuration":2,"unit":"week"},
            "customParameters":{"a":"b"},"origin":"PVOG","destinationParameters":{"x":{"y":1}},"destinationParametersSignature":"a.b.c"}]}
            """));
        yield return ("areas.json", Text("""{"count":2,"offset":0,"totalCount":2,"areas":[{"id":"931","name":"Freiberg","type":"Stadt"},{"id":"x"}]}"""));
        yield return ("info.json", Text("\uFEFF{\"version\":{\"major\":2,\"minor\":0,\"patch\":0}}"));
    }

    protected override void Take(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("areas", out _))
            PageReader.Read(root, "areas", AreaPageReader.Read);
        else if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("version", out _))
            InfoReader.Read(root);
        else
            Take(PageReader.Read(root, "routes", new RouteReader(RoutingVersion.V1).Read).Items);
    }

    private static void Take(IReadOnlyList<RouteDraft> routes)
    {
        if (routes.Any(route => route.Facts.Destination is not SignedDestination.Refused))
            throw new WrongReadingException("A destination counts before its signature was checked.");
    }
}

/// <summary>An issuer's keys.</summary>
internal sealed class RoutingKeysReader() : RoutingAnswerReader("routing-keys")
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var modulus = new string('x', 683);
        yield return ("keys.json", Text($$"""{"keys":[{"kty":"RSA","kid":"first","use":"sig","alg":"PS512","n":"{{modulus}}","e":"AQAB","key_ops":["verify"],"x5c":["AA=="]},{"kty":"RSA","kid":"other","n":"{{modulus}}","e":"AQAB","key_ops":["wrapKey"]},{"kty":"EC","kid":"curve"},null]}"""));
        yield return ("twice.json", Text($$"""{"keys":[{"kty":"RSA","kid":"a","n":"{{modulus}}","e":"AQAB"},{"kty":"RSA","kid":"a","n":"{{modulus}}","e":"AQAB"}]}"""));
    }

    protected override void Take(JsonElement root)
    {
        foreach (var (_, key) in KeySetReader.Read(root, minimumBits: 4096).Keys)
        {
            if (key is { } parameters && (parameters.D is not null || parameters.Modulus!.Length < 512))
                throw new WrongReadingException("A key counts that must not.");
        }
    }
}
