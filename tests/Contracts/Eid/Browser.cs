using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>A browser without scripts: follows redirects, keeps cookies by host, submits forms.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser()
    {
        Handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        _client = new HttpClient(Handler);
    }

    public CookieContainer Cookies { get; } = new();

    public SocketsHttpHandler Handler { get; }

    /// <summary>Every address visited, redirects included.</summary>
    public List<Uri> Visited { get; } = [];

    public Uri Address => Visited[^1];

    public string Text { get; private set; } = "";

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

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(HttpRequestMessage request, int redirects)
    {
        for (; ; )
        {
            Visited.Add(request.RequestUri!);
            using var response = await _client.SendAsync(request);
            Status = response.StatusCode;
            Text = await response.Content.ReadAsStringAsync();
            if (response.Headers.Location is not { } location || redirects-- == 0)
                return;
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, location));
        }
    }
}
