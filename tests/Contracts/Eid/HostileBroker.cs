using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>An OpenID provider that answers correctly until a test spoils one thing.</summary>
internal sealed class HostileBroker : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-client-0123456789abcdef";

    private RSA _key = RSA.Create(2048);
    private string _keyId = "1";
    private readonly TestTls _tls = TestTls.Make();
    private WebApplication _application = null!;
    private string _nonce = "";

    public Action<JsonObject> Discovery { get; set; } = _ => { };

    public Action<JsonObject> Keys { get; set; } = _ => { };

    public Action<JsonObject> Header { get; set; } = _ => { };

    public Action<JsonObject> Payload { get; set; } = _ => { };

    public Action<JsonObject> UserInfo { get; set; } = _ => { };

    public Action<JsonObject> TokenAnswer { get; set; } = _ => { };

    /// <summary>The payload as text: for what a JSON object cannot hold.</summary>
    public Func<string, string> PayloadText { get; set; } = text => text;

    /// <summary>Makes the last part of the token out of the first two.</summary>
    public Func<string, string>? Signature { get; set; }

    /// <summary>Puts the signed ID token into something else.</summary>
    public Func<string, string> Wrap { get; set; } = token => token;

    /// <summary>Makes a token out of what userinfo tells.</summary>
    public Func<JsonObject, string>? UserInfoToken { get; set; }

    /// <summary>The last token request: its form, and its header Authorization.</summary>
    public (Dictionary<string, string> Form, string Authorization) Redeemed { get; private set; } = ([], "");

    /// <summary>The last query of the page for log-ins.</summary>
    public Dictionary<string, string> Asked { get; private set; } = [];

    public int KeysFetched { get; private set; }

    public Uri Address { get; private set; } = null!;

    public static async Task<HostileBroker> StartAsync()
    {
        var broker = new HostileBroker();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(broker._tls.Certificate)));
        builder.Logging.ClearProviders();
        broker._application = builder.Build();
        broker._application.Run(broker.AnswerAsync);
        await broker._application.StartAsync();
        broker.Address = new Uri(broker._application.Urls.Single());
        return broker;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _key.Dispose();
    }

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["BaseComponents:Eid:Broker:Environment"] = "Sandbox",
        ["BaseComponents:Eid:Broker:Authority"] = Address.OriginalString,
        ["BaseComponents:Eid:Broker:ClientId"] = "client",
        ["BaseComponents:Eid:Broker:ClientSecret"] = Secret,
        ["BaseComponents:Eid:Broker:TrustAnchorsPem"] = _tls.CertificatePem,
        ["BaseComponents:Eid:Broker:MinimumLevel"] = "High",
        ["BaseComponents:Eid:Broker:Scopes:0"] = "profile",
    }).Build();

    public TestTls Tls => _tls;

    public Browser Browser() => new(_tls);

    /// <summary>Publishes and uses another key instead; returns what signs with the former one.</summary>
    public Func<string, string> UseKeyOf(int bits, string id = "1")
    {
        var former = _key;
        (_key, _keyId) = (RSA.Create(bits), id);
        return signed => Sign(former, signed);
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => Json(context, Changed(DiscoveryDocument(), Discovery)),
        "/jwks" => Json(context, Changed(KeySet(), Keys)),
        "/authorize" => Authorize(context),
        "/token" => Token(context),
        "/userinfo" when UserInfoToken is { } make => Jwt(context, make(Changed(UserInfoOf(), UserInfo))),
        "/userinfo" => Json(context, Changed(UserInfoOf(), UserInfo)),
        _ => NotFound(context),
    };

    private async Task Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Redeemed = (form.ToDictionary(field => field.Key, field => field.Value.ToString()), context.Request.Headers.Authorization.ToString());
        await Json(context, Changed(new JsonObject { ["access_token"] = "access", ["token_type"] = "Bearer", ["expires_in"] = 300, ["id_token"] = Wrap(IdToken()) }, TokenAnswer));
    }

    private static JsonObject UserInfoOf() => new() { ["sub"] = "person", ["given_name"] = "Erika", ["family_name"] = "Mustermann" };

    private JsonObject DiscoveryDocument() => new()
    {
        ["issuer"] = Address.OriginalString,
        ["authorization_endpoint"] = Address.OriginalString + "/authorize",
        ["token_endpoint"] = Address.OriginalString + "/token",
        ["userinfo_endpoint"] = Address.OriginalString + "/userinfo",
        ["jwks_uri"] = Address.OriginalString + "/jwks",
        ["response_types_supported"] = new JsonArray("code"),
    };

    private JsonObject KeySet()
    {
        KeysFetched++;
        var key = _key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = _keyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    private Task Authorize(HttpContext context)
    {
        Asked = context.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        _nonce = context.Request.Query["nonce"].ToString();
        if (context.Request.Query["response_mode"] == "form_post")
            return context.Response.WriteAsync($"""
                <form method="post" action="{context.Request.Query["redirect_uri"]}">
                <input name="code" value="code"><input name="state" value="{context.Request.Query["state"]}"><button>back</button></form>
                """);
        context.Response.Redirect(QueryHelpers.AddQueryString(context.Request.Query["redirect_uri"].ToString(), new Dictionary<string, string?>
        {
            ["code"] = "code",
            ["state"] = context.Request.Query["state"].ToString(),
        }));
        return Task.CompletedTask;
    }

    private string IdToken()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var header = Changed(new JsonObject { ["alg"] = "RS256", ["kid"] = _keyId, ["typ"] = "JWT" }, Header);
        var payload = Changed(
            new JsonObject
            {
                ["iss"] = Address.OriginalString,
                ["aud"] = "client",
                ["sub"] = "person",
                ["nonce"] = _nonce,
                ["iat"] = now,
                ["exp"] = now + 300,
                ["acr"] = "http://eidas.europa.eu/LoA/high",
            },
            Payload);
        var signed = Encode(header.ToJsonString()) + "." + Encode(PayloadText(payload.ToJsonString()));
        return signed + "." + (Signature ?? Sign)(signed);
    }

    /// <summary>A token signed with the published key, unless a test signs in another way.</summary>
    public string SignedToken(JsonObject payload, string? type = "JWT", Func<string, string>? signature = null, Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = "RS256", ["kid"] = _keyId };
        if (type is not null)
            head["typ"] = type;
        header?.Invoke(head);
        var signed = Encode(head.ToJsonString()) + "." + Encode(payload.ToJsonString());
        return signed + "." + (signature ?? Sign)(signed);
    }

    private static Task Jwt(HttpContext context, string token)
    {
        context.Response.ContentType = "application/jwt";
        return context.Response.WriteAsync(token);
    }

    private string Sign(string signed) => Sign(_key, signed);

    private static string Sign(RSA key, string signed) => Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject Changed(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    private static Task Json(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
