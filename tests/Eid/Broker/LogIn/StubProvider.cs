using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Eid.Broker.LogIn;

/// <summary>An OpenID provider for many citizens at once. A code belongs to one request, is good once, and only with that request's verifier.</summary>
internal sealed class StubProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Pending> _codes = new();
    private readonly WebApplication _application;

    private StubProvider(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    public required string TrustAnchorPem { get; init; }

    /// <summary>The keys that are published, by their ids; the last one signs.</summary>
    public IReadOnlyList<(string Id, RSA Key)> Keys { get; set; } = [("1", RSA.Create(2048))];

    /// <summary>Keys that are not published, whatever they sign.</summary>
    public IReadOnlyList<string> Withdrawn { get; set; } = [];

    public int KeysFetched { get; private set; }

    /// <summary>Codes that nobody redeemed.</summary>
    public int Open => _codes.Count;

    /// <summary>Why codes were not redeemed.</summary>
    public ConcurrentQueue<string> Refusals { get; } = [];

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var tls = Certificate();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(tls)));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var provider = new StubProvider(application) { TrustAnchorPem = tls.ExportCertificatePem() };
        application.Run(provider.AnswerAsync);
        await application.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>Citizen <paramref name="number"/> proves who they are; where the browser is sent back to.</summary>
    public string Approve(string authorizeAddress, int number)
    {
        var asked = HttpUtility.ParseQueryString(new Uri(authorizeAddress).Query);
        asked["code_challenge_method"].Should().Be("S256");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Pending(number, asked["nonce"]!, asked["code_challenge"]!);
        return $"{new Uri(asked["redirect_uri"]!).AbsolutePath}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}";
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => context.Response.WriteAsJsonAsync(new
        {
            issuer = Address,
            authorization_endpoint = Address + "/authorize",
            token_endpoint = Address + "/token",
            userinfo_endpoint = Address + "/userinfo",
            jwks_uri = Address + "/jwks",
            response_types_supported = new[] { "code" },
        }),
        "/jwks" => context.Response.WriteAsJsonAsync(new { keys = PublicKeys() }),
        "/token" => TokenAsync(context),
        "/userinfo" => UserInfoAsync(context),
        _ => throw new InvalidOperationException("Nobody asks for that."),
    };

    private object[] PublicKeys()
    {
        KeysFetched++;
        return [.. Keys.Where(pair => !Withdrawn.Contains(pair.Id)).Select(pair => new { kty = "RSA", use = "sig", kid = pair.Id, n = Base64Url.EncodeToString(pair.Key.ExportParameters(false).Modulus), e = "AQAB" })];
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var pending) || Challenge(form["code_verifier"].ToString()) != pending.Challenge)
        {
            Refusals.Enqueue(pending is null ? "code" : "verifier");
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }
        await context.Response.WriteAsJsonAsync(new { access_token = Text(pending.Number), token_type = "Bearer", expires_in = 300, id_token = IdToken(pending) });
    }

    private static Task UserInfoAsync(HttpContext context)
    {
        var number = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        return context.Response.WriteAsJsonAsync(new { sub = "person-" + number, given_name = "BÜRGER", family_name = number });
    }

    private string IdToken(Pending pending)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var (id, key) = Keys[^1];
        var signed = Part(new { alg = "RS256", kid = id, typ = "JWT" }) + "." + Part(new
        {
            iss = Address,
            aud = "client",
            sub = "person-" + Text(pending.Number),
            nonce = pending.Nonce,
            iat = now,
            exp = now + 300,
            acr = "http://eidas.europa.eu/LoA/high",
        });
        lock (key)
            return signed + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=stub provider", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private sealed record Pending(int Number, string Nonce, string Challenge);
}
