using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>A browser at one application: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class SamlBrowser(SamlApplication application)
{
    private readonly HttpClient _client = application.Client;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public List<string> CookieLines { get; } = [];

    public HttpResponseMessage Last { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public string? Location => Last.Headers.Location?.OriginalString;

    /// <summary>The request that the page posts, and what goes along with it.</summary>
    public (XmlElement Request, string RelayState) Sent()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Encoding.UTF8.GetString(Convert.FromBase64String(Field("SAMLRequest"))));
        return (document.DocumentElement!, Field("RelayState"));
    }

    public Task GoAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, SamlApplication.Host + path));

    public Task PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, SamlApplication.Host + path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Begins a log-in; what the identity provider then has to answer.</summary>
    public async Task<(string RequestId, string RelayState)> BeginAsync(string path = "/login")
    {
        await GoAsync(path);
        var (request, relayState) = Sent();
        return (request.GetAttribute("ID"), relayState);
    }

    public Task AnswerAsync(XmlDocument answer, string relayState) =>
        PostAsync("/signin-bundid", ("SAMLResponse", Convert.ToBase64String(Encoding.UTF8.GetBytes(answer.OuterXml))), ("RelayState", relayState));

    public async Task SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Last = await _client.SendAsync(request);
        Text = await Last.Content.ReadAsStringAsync();
        if (!Last.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
            Keep(line);
    }

    private void Keep(string line)
    {
        CookieLines.Add(line);
        var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..line.IndexOf(';', StringComparison.Ordinal)]);
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    private string Field(string name) => WebUtility.HtmlDecode(Regex.Match(Text, $"""name="{name}" value="([^"]*)" """.TrimEnd()).Groups[1].Value);
}
