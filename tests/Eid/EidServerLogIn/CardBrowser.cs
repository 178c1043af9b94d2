using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using System.Xml.Linq;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>A browser with an AusweisApp beside it: keeps cookies, follows redirects of the application only when told.</summary>
internal sealed partial class CardBrowser(CardApplication application, List<string>? seen = null)
{
    private readonly HttpClient _client = application.Client;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public List<string> CookieLines { get; } = [];

    public HttpResponseMessage Last { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public string? Location => Last.Headers.Location?.OriginalString;

    /// <summary>All that any browser or AusweisApp of this test was sent.</summary>
    public List<string> Seen { get; } = seen ?? [];

    public Task GoAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(CardApplication.Host), address)));

    /// <summary>Begins a log-in and opens the page that leads to the AusweisApp; the address of the token.</summary>
    public async Task<string> OpenAsync(string path = "/login")
    {
        await GoAsync(path);
        while (Last.StatusCode is HttpStatusCode.Redirect)
            await GoAsync(Location!);
        Last.StatusCode.Should().Be(HttpStatusCode.OK, Text);
        return TcTokenUrl(Link("http://127.0.0.1:24727/eID-Client?tcTokenURL="));
    }

    /// <summary>The AusweisApp beside this browser fetches a token, which it does without the browser's cookies.</summary>
    public async Task<XElement> FetchAsync(string tcTokenUrl)
    {
        using var answer = await _client.GetAsync(new Uri(tcTokenUrl));
        await RememberAsync(answer);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/xml; charset=utf-8");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The whole way: page, token, card, return.</summary>
    public async Task LogInAsync(string path = "/login", EidServerResult? result = null, string report = "&ResultMajor=ok")
    {
        var token = await FetchAsync(await OpenAsync(path));
        application.EidServer.Read(token.Element("SessionIdentifier")!.Value, result);
        await GoAsync(token.Element("RefreshAddress")!.Value + report);
    }

    public string Link(string beginning) => WebUtility.HtmlDecode(Hrefs().Matches(Text).Select(match => match.Groups[1].Value).First(href => WebUtility.HtmlDecode(href).StartsWith(beginning, StringComparison.Ordinal)));

    public static string TcTokenUrl(string activation) => HttpUtility.ParseQueryString(new Uri(activation).Query)["tcTokenURL"]!;

    public async Task SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Last = await _client.SendAsync(request);
        Text = await Last.Content.ReadAsStringAsync();
        await RememberAsync(Last);
        if (!Last.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
            Keep(line);
    }

    private async Task RememberAsync(HttpResponseMessage answer)
    {
        var text = $"{answer.Headers}\n{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}";
        lock (Seen)
            Seen.Add(text);
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

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();
}
