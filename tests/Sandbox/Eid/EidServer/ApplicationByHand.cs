using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>An application that hands out one TcToken, and the browser of whoever uses it.</summary>
internal sealed class ApplicationByHand : IAsyncDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication _application;
    private readonly Uri _client;

    private ApplicationByHand(WebApplication application, Uri client) => (_application, _client) = (application, client);

    public Uri Address => new(_application.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public Uri Token => new(Address, "/token?case=7");

    public Func<HttpContext, Task> Serve { get; set; } = _ => Task.CompletedTask;

    public int Served { get; private set; }

    public static async Task<ApplicationByHand> StartAsync(Uri client)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var started = new ApplicationByHand(application, client);
        application.Run(started.AnswerAsync);
        await application.StartAsync();
        return started;
    }

    /// <summary>The token that belongs to an answer of useID.</summary>
    public string TokenFor(EidAnswerByHand begun, string refresh = "/refresh?case=7", string? psk = null, string extra = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <TCTokenType>
          <ServerAddress>{begun["eCardServerAddress"]}</ServerAddress>
          <SessionIdentifier>{begun["PSK", "ID"]}</SessionIdentifier>
          <RefreshAddress>{new Uri(Address, refresh)}</RefreshAddress>{extra}
          <Binding>urn:liberty:paos:2006-08</Binding>
          <PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol>
          <PathSecurity-Parameters><PSK>{psk ?? begun["PSK", "Key"]}</PSK></PathSecurity-Parameters>
        </TCTokenType>
        """;

    public void Hand(string token, string type = "text/xml; charset=utf-8") => Serve = context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(token, Encoding.UTF8);
    };

    public Task<HttpResponseMessage> OpenClientAsync(Uri? token = null) => _browser.GetAsync(new Uri($"{_client}?tcTokenURL={Uri.EscapeDataString((token ?? Token).AbsoluteUri)}"));

    public async Task<IHtmlDocument> PageAsync()
    {
        using var answer = await OpenClientAsync();
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    /// <summary>Presses a button of the page: whose card it is, or nobody's, which ends it.</summary>
    public Task<HttpResponseMessage> PressAsync(IHtmlDocument page, string person, params string[] unticked)
    {
        var fields = page.QuerySelectorAll("main form input").OfType<IHtmlInputElement>()
            .Where(input => input.Type == "hidden" || (input.IsChecked && !unticked.Contains(input.Value)))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(KeyValuePair.Create("person", person));
        return _browser.PostAsync(_client, new FormUrlEncodedContent(fields));
    }

    /// <summary>The whole way, up to the address of the return.</summary>
    public async Task<Uri> ReadCardAsync(EidAnswerByHand begun, string person, params string[] unticked)
    {
        Hand(TokenFor(begun));
        using var answer = await PressAsync(await PageAsync(), person, unticked);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return answer.Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        Served++;
        return Serve(context);
    }
}
