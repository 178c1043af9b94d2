using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Eid.EidServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Hands the TcToken of a session to the AusweisApp of the Sandbox, and lays a card on it.</summary>
internal sealed class CardReaderApplication : IAsyncDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly WebApplication _application;
    private readonly Uri _client;
    private string _token = "";

    private CardReaderApplication(WebApplication application, Uri client) => (_application, _client) = (application, client);

    private string Address => _application.Urls.Single();

    public static async Task<CardReaderApplication> StartAsync(Uri client)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var started = new CardReaderApplication(application, client);
        application.Run(context =>
        {
            context.Response.ContentType = "text/xml; charset=utf-8";
            return context.Response.WriteAsync(started._token, Encoding.UTF8);
        });
        await application.StartAsync();
        return started;
    }

    /// <summary>The whole way of a citizen; the answer leads back to the application.</summary>
    public async Task<HttpStatusCode> ReadAsync(EidServerSession session, string person, params string[] unticked)
    {
        _token = Token(session);
        using var shown = await _browser.GetAsync(new Uri($"{_client}?tcTokenURL={Uri.EscapeDataString(Address + "/token")}"));
        shown.StatusCode.Should().Be(HttpStatusCode.OK);
        var page = await new HtmlParser().ParseDocumentAsync(await shown.Content.ReadAsStringAsync());
        var fields = page.QuerySelectorAll("main form input").OfType<IHtmlInputElement>()
            .Where(input => !unticked.Contains(input.Value))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(KeyValuePair.Create("person", person));
        using var answer = await _browser.PostAsync(_client, new FormUrlEncodedContent(fields));
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _application.DisposeAsync();
    }

    private string Token(EidServerSession session) => $"""
        <TCTokenType>
          <ServerAddress>{session.ECardServerAddress}</ServerAddress>
          <SessionIdentifier>{session.PskId}</SessionIdentifier>
          <RefreshAddress>{Address}/refresh</RefreshAddress>
          <Binding>urn:liberty:paos:2006-08</Binding>
          <PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol>
          <PathSecurity-Parameters><PSK>{session.PskKey}</PSK></PathSecurity-Parameters>
        </TCTokenType>
        """;
}
