using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;
using Microsoft.AspNetCore.WebUtilities;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>Speaks SAML to one of the Sandbox's identity providers by hand, step by step, with the settings that the Sandbox handed out.</summary>
internal sealed class SamlClientByHand : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly SandboxServer _sandbox;
    private readonly string _section;

    private SamlClientByHand(SandboxServer sandbox, string name, string section)
    {
        (_sandbox, Name, _section) = (sandbox, name, "BaseComponents:Eid:" + section + ":");
        Signing = CertificateOf("SigningCertificate:Pem");
        Decryption = CertificateOf("DecryptionCertificates:0:Pem");
        OldDecryption = CertificateOf("DecryptionCertificates:1:Pem");
        IdentityProvider = X509Certificate2.CreateFromPem(this["IdentityProvider:CertificatesPem"]);
    }

    public static SamlClientByHand BundId(SandboxServer sandbox) => new(sandbox, "bundid", "BundId");

    public static SamlClientByHand Unternehmenskonto(SandboxServer sandbox) => new(sandbox, "unternehmenskonto", "Unternehmenskonto");

    public string Name { get; }

    public X509Certificate2 Signing { get; }

    public X509Certificate2 Decryption { get; }

    public X509Certificate2 OldDecryption { get; }

    public X509Certificate2 IdentityProvider { get; }

    public string this[string setting] => _sandbox.Configuration[_section + setting]!;

    public Uri SignOn => new(this["IdentityProvider:PostAddress"]);

    public async Task<HttpResponseMessage> PostAsync(XmlElement message, string? relayState = "relay")
    {
        var form = new Dictionary<string, string> { ["SAMLRequest"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(message.OuterXml)) };
        if (relayState is not null)
            form["RelayState"] = relayState;
        using var content = new FormUrlEncodedContent(form);
        return await _http.PostAsync(SignOn, content);
    }

    public async Task<HttpResponseMessage> PostAsync(RequestByHand request, string algorithm = XmlByHand.Pss, X509Certificate2? signer = null)
    {
        var message = request.ToXml(SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, signer ?? Signing, algorithm);
        return await PostAsync(message);
    }

    public string Query(RequestByHand request, string algorithm = XmlByHand.Pss, Func<string, string>? escape = null)
    {
        escape ??= Uri.EscapeDataString;
        var query = $"SAMLRequest={escape(Deflated(request.ToXml(SignOn.AbsoluteUri).OuterXml))}&RelayState={escape("a b/ü")}&SigAlg={escape(algorithm)}";
        using var key = Signing.GetRSAPrivateKey()!;
        return $"{query}&Signature={escape(Convert.ToBase64String(XmlByHand.Sign(key, algorithm, Encoding.ASCII.GetBytes(query))))}";
    }

    public static string Deflated(string text)
    {
        using var octets = new MemoryStream();
        using (var deflate = new DeflateStream(octets, CompressionLevel.SmallestSize))
            deflate.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(octets.ToArray());
    }

    /// <summary>The octets of the query are sent as they are: no escape is written anew.</summary>
    public Task<HttpResponseMessage> RedirectAsync(string query) => _http.GetAsync(new Uri($"{SignOn}?{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    /// <summary>The code of the error page that an answer leads to.</summary>
    public static string? CodeOf(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Redirect ? QueryHelpers.ParseQuery(answer.Headers.Location!.OriginalString.Split('?')[1])["idp.code"].ToString() : null;

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.OK, CodeOf(answer));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    public async Task<IHtmlDocument> ChoicePageAsync(RequestByHand? request = null)
    {
        using var answer = await PostAsync(request ?? new RequestByHand());
        return await PageAsync(answer);
    }

    public async Task<HttpResponseMessage> ChooseAsync(IHtmlDocument page, string field, string person)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("ticket", page.QuerySelector<IHtmlInputElement>("input[name=ticket]")!.Value), KeyValuePair.Create(field, person)]);
        return await _http.PostAsync(new Uri(_sandbox.Address, $"/{Name}/choose"), content);
    }

    /// <summary>A form that a page of another origin sends.</summary>
    public async Task<System.Net.HttpStatusCode> SendFromElsewhereAsync(string path, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Address, path)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Origin", "http://localhost:7777");
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>The whole way from the request to the opened answer.</summary>
    public async Task<AnswerByHand> LogInAsync(string person, RequestByHand? request = null, string field = "person")
    {
        using var answer = await ChooseAsync(await ChoicePageAsync(request), field, person);
        return new AnswerByHand(this, await PageAsync(answer));
    }

    public async Task<string> GetAsync(string path) => await _http.GetStringAsync(new Uri(_sandbox.Address, path));

    public async Task<HttpResponseMessage> OpenAsync(string path) => await _http.GetAsync(new Uri(_sandbox.Address, path));

    public async Task ArmAsync(string fault, int times = 1)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), new { name = $"{Name}.{fault}", times, milliseconds = 0 });
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var certificate in new[] { Signing, Decryption, OldDecryption, IdentityProvider })
            certificate.Dispose();
    }

    private X509Certificate2 CertificateOf(string setting) => X509Certificate2.CreateFromPem(this[setting], this[setting]);
}
