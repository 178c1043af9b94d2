using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BaseService.Tests;

/// <summary>As much of a browser as the way needs: cookies, redirects, forms. No scripts, as the pages have none.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() };
    private readonly HttpMessageInvoker _client;

    public Browser() => _client = new HttpMessageInvoker(_handler);

    public Uri Address { get; private set; } = new("about:blank");

    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public Task OpenAsync(Uri address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public Task FollowAsync(string link) => OpenAsync(new Uri(Address, Page.QuerySelectorAll("a").First(a => a.TextContent.Contains(link, StringComparison.Ordinal)).GetAttribute("href")!));

    /// <summary>Presses a button: sends its form with the values it has and those given.</summary>
    public Task PressAsync(string button, params (string Name, string Value)[] values)
    {
        var pressed = Page.QuerySelectorAll("button").First(element => element.TextContent.Contains(button, StringComparison.Ordinal));
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name],textarea[name]").Where(field => field.GetAttribute("type") is not ("radio" or "checkbox") || field.HasAttribute("checked"))
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        if (pressed.GetAttribute("name") is { } name)
            fields[name] = pressed.GetAttribute("value") ?? "";
        foreach (var (key, value) in values)
            fields[key] = value;
        var action = new Uri(Address, pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address.PathAndQuery);
        return string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) })
            : OpenAsync(new UriBuilder(action) { Query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")) }.Uri);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 12; hops++)
        {
            Address = request.RequestUri!;
            using var response = await _client.SendAsync(request, CancellationToken.None);
            KeepSecureCookies(response);
            if (response.Headers.Location is not { } target)
            {
                Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
                return;
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, target));
        }

        throw new InvalidOperationException("More than twelve redirects in a row.");
    }

    // Browsers take this machine for secure and send such cookies over http as well; the framework's jar would keep them to itself.
    private void KeepSecureCookies(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
            foreach (var line in lines)
                _handler.CookieContainer.SetCookies(Address, line.Replace("; secure", "", StringComparison.OrdinalIgnoreCase));
    }
}
