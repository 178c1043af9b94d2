using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;
using Microsoft.AspNetCore.WebUtilities;

namespace BaseComponents.Tests.Sandbox.Eid;

/// <summary>Speaks OpenID Connect to the Sandbox by hand, step by step.</summary>
internal sealed class BrokerClientByHand(SandboxServer sandbox) : IDisposable
{
    public const string Return = "http://localhost:7777/anywhere";
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { CertificateChainPolicy = Trust(sandbox) },
    });

    public string Secret => sandbox.Configuration["BaseComponents:Eid:Broker:ClientSecret"]!;

    public static Dictionary<string, string?> Request() => new()
    {
        ["client_id"] = "sandbox-client",
        ["redirect_uri"] = Return,
        ["response_type"] = "code",
        ["scope"] = "openid profile",
        ["state"] = "state",
        ["nonce"] = "nonce",
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    public async Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string?> request) =>
        await _http.GetAsync(new Uri(QueryHelpers.AddQueryString(new Uri(sandbox.Address, "/broker/authorize").AbsoluteUri, request)));

    public async Task<IHtmlDocument> PageAsync(Dictionary<string, string?> request)
    {
        using var answer = await AuthorizeAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    public static Dictionary<string, string> Fields(IHtmlDocument page) =>
        page.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);

    public async Task<HttpResponseMessage> ChooseAsync(Dictionary<string, string> fields, string person)
    {
        using var content = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("person", person)));
        return await _http.PostAsync(new Uri(sandbox.Address, "/broker/authorize"), content);
    }

    public async Task<string> CodeAsync(string person, Dictionary<string, string?>? request = null)
    {
        using var answer = await ChooseAsync(Fields(await PageAsync(request ?? Request())), person);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> RedeemAsync(string code, string? verifier = null, string? secret = null) => PostAsync("/broker/token", new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = Return,
        ["code_verifier"] = verifier ?? Verifier,
        ["client_id"] = "sandbox-client",
        ["client_secret"] = secret ?? Secret,
    });

    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, Dictionary<string, string?> form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Value ?? "")));
        using var answer = await _http.PostAsync(new Uri(sandbox.MachineAddress, path), content);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await _http.GetStringAsync(new Uri(sandbox.MachineAddress, path)));

    public async Task<JsonElement> UserInfoAsync(string accessToken) => JsonElement.Parse(await UserInfoTextAsync(accessToken));

    public async Task<string> UserInfoTextAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.MachineAddress, "/broker/userinfo"));
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await _http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();

    private static X509ChainPolicy Trust(SandboxServer sandbox)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(sandbox.Configuration["BaseComponents:Eid:Broker:TrustAnchorsPem"]);
        return policy;
    }
}
