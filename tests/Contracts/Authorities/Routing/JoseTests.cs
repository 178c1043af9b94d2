using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Authorities.Routing;

/// <summary>Signatures of a library that nobody here wrote are taken here, and the Sandbox's are taken by it.</summary>
public sealed class JoseTests(RouterOnSandbox sandbox) : IClassFixture<RouterOnSandbox>
{
    private const string Issuer = "https://issuer.example";
    private const string Destination = "ac715f34-333e-41f4-9bb5-186b309ea233";

    [Fact]
    public async Task Its_signature_is_taken_and_others_of_its_are_refused()
    {
        var key = (await JosePeer.RunOrSkipAsync(new { job = "key", kid = "from-jose" }))[0].Value!;
        var signed = await JosePeer.RunOrSkipAsync(
            Sign(key, "PS512", "from-jose"),
            Sign(key, "RS512", "from-jose"),
            Sign(key, "PS256", "from-jose"),
            Sign(key, "PS512", "another"),
            Sign(key, "PS512", "from-jose", area: "14521"));
        var tokens = signed.Select(result => result.Value!.Token!).ToArray();

        var destinations = await VerifyAsync(key.KeySet!, [.. tokens, Forged(tokens[0])]);

        destinations[0].Should().Be(new SignedDestination.Verified(Guid.Parse(Destination), "submission.example", Issuer, DateTimeOffset.FromUnixTimeSeconds(1637863481)));
        destinations.Skip(1).Select(destination => ((SignedDestination.Refused)destination).Reason).Should().Equal(
            DestinationRefusal.Algorithm, DestinationRefusal.Algorithm, DestinationRefusal.UnknownKey, DestinationRefusal.OtherArea, DestinationRefusal.InvalidSignature);
    }

    [Fact]
    public async Task It_takes_the_signature_of_the_Sandbox()
    {
        using var client = Client();
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(sandbox.Sandbox.MachineAddress, "authorities/routing/v2/routes?leikaKey=99102013104000&ars=145220180180")));
        var route = answer.RootElement.GetProperty("routes")[0];
        var issuer = sandbox.Sandbox.Configuration["BaseComponents:Authorities:Routing:Issuers:0:Name"]!;
        var keySet = await client.GetStringAsync(new Uri(issuer + "/.well-known/jwks.json"));
        var token = route.GetProperty("destinationSignature").GetString()!;

        var results = await JosePeer.RunOrSkipAsync(new { job = "verify", token, keySet, issuer }, new { job = "verify", token = Forged(token), keySet, issuer });

        using var claims = JsonDocument.Parse(results[0].Value!.Claims!);
        claims.RootElement.GetProperty("destinationId").GetString().Should().Be(route.GetProperty("destinationId").GetString());
        claims.RootElement.GetProperty("services")[0].GetProperty("gebietIDs")[0].GetString().Should().Be("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:145220180180");
        results[1].Error.Should().StartWith("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    }

    private static object Sign(JoseValue key, string alg, string kid, string area = "14522") => new
    {
        job = "sign",
        pem = key.Pem,
        alg,
        header = new { kid },
        claims = new
        {
            iss = Issuer,
            submissionHost = "submission.example",
            destinationId = Destination,
            iat = 1637863481,
            jti = "2d1426f2-d673-46de-868e-d96844d24fe1",
            services = new[] { new { gebietIDs = new[] { RegionKey.UrnPrefix + area }, leistungIDs = new[] { LeikaKey.UrnPrefix + "99102013104000" } } },
        },
    };

    // The first character of the signature is another one.
    private static string Forged(string token)
    {
        var place = token.LastIndexOf('.') + 1;
        return token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
    }

    private static async Task<IReadOnlyList<SignedDestination>> VerifyAsync(string keySet, IReadOnlyList<string> tokens)
    {
        var settings = new Dictionary<string, string?>
        {
            ["R:Environment"] = "Test",
            ["R:BaseAddress"] = "https://routing.example",
            ["R:Issuers:0:Name"] = Issuer,
            ["R:SubmissionHosts:0"] = "submission.example",
        };
        var services = new ServiceCollection();
        var builder = services.AddDestinationRouter(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("R"));
        var routes = JsonSerializer.Serialize(new { totalCount = tokens.Count, routes = tokens.Select(token => new { destinationId = Destination, destinationSignature = token }) });
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Fixed(routes));
        builder.KeyHttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Fixed(keySet));
        await using var provider = services.BuildServiceProvider();
        var found = await provider.GetRequiredService<IDestinationRouter>().FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg);
        return [.. found.Select(route => route.Destination)];
    }

    private HttpClient Client()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(sandbox.Sandbox.Configuration["BaseComponents:Authorities:TrustAnchorsPem"]) },
        };
        return new HttpClient(handler);
    }

    private sealed class Fixed(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) });
    }
}
