using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>A browser without scripts: follows redirects, keeps cookies by host, submits forms.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(TestTls? trusted = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        if (trusted is not null)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => trusted.Certificate.Equals(certificate);
        _client = new HttpClient(handler);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every address visited, redirects included.</summary>
    public List<Uri> Visited { get; } = [];

    public Uri Address => Visited[^1];

    public string Text { get; private set; } = "";

    /// <summary>Where the last answer points, when redirects were not followed to their end.</summary>
    public Uri? Next { get; private set; }

    /// <summary>Every Set-Cookie line that was received.</summary>
    public List<string> CookieLines { get; } = [];

    public HttpStatusCode Status { get; private set; }

    public Task GoAsync(Uri address, int redirects = 20) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), redirects);

    /// <summary>Presses a button of the page, by its text.</summary>
    public Task PressAsync(string label, int redirects = 20)
    {
        var page = new HtmlParser().ParseDocument(Text);
        var button = page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(candidate => candidate.TextContent.Contains(label, StringComparison.Ordinal));
        var form = (IHtmlFormElement)button.Closest("form")!;
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value)).ToList();
        if (button.Name is { Length: > 0 } name)
            fields.Add(KeyValuePair.Create(name, button.Value));
        var target = new Uri(Address, form.GetAttribute("action") ?? "");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) }, redirects);
    }

    /// <summary>Sends what no form sends.</summary>
    public Task SendAsync(Uri address, string text) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(text) }, redirects: 20);

    /// <summary>Goes on from a redirect that was not followed, to another address if one is given.</summary>
    public Task FollowAsync(Uri? instead = null) => GoAsync(instead ?? Next!);

    /// <summary>Turns back to another tab: a page that was loaded before.</summary>
    public void Show(Uri address, string text)
    {
        Visited.Add(address);
        Text = text;
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(HttpRequestMessage request, int redirects)
    {
        for (; ; )
        {
            Visited.Add(request.RequestUri!);
            using var response = await _client.SendAsync(request);
            Status = response.StatusCode;
            Text = await response.Content.ReadAsStringAsync();
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
                Keep(cookies.ToList());
            Next = response.Headers.Location is { } location ? new Uri(Address, location) : null;
            if (Next is null || redirects-- == 0)
                return;
            request = new HttpRequestMessage(HttpMethod.Get, Next);
        }
    }

    // Browsers take localhost for secure; the framework's jar does not, and would keep such cookies to itself.
    private void Keep(List<string> lines)
    {
        CookieLines.AddRange(lines);
        if (Address is { Scheme: "http", Host: "localhost" })
            foreach (var line in lines.Where(line => line.Contains("; secure", StringComparison.OrdinalIgnoreCase)))
                Cookies.SetCookies(Address, line.Replace("; secure", "", StringComparison.OrdinalIgnoreCase));
    }
}
