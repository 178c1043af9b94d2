using System.Net;
using DogLicence.Hosting;
using DogLicence.Walkthrough;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>What stands around the pages: headers, cookies, limits.</summary>
public sealed class AnswerHeaderTests : IAsyncDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private FreshServer? _fresh;

    [Theory]
    [InlineData("/")]
    [InlineData("/impressum")]
    [InlineData("/gibt-es-nicht")]
    public async Task Every_page_forbids_scripts_frames_and_caches(string path)
    {
        using var answer = await GetAsync(path);

        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_foreign_forms()
    {
        await StartAsync();
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await browser.OpenAsync(new Uri(_fresh!.Server.Address, "/zustaendigkeit?leistung=99102013104000&ort=145220180180"));

        using var answer = await _client.SendAsync(Submission.Of(browser.Page, "Hund jetzt online anmelden", new Dictionary<string, string>(), upload: null), default);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, "the token belongs to a cookie that this client does not have");
        using var page = await GetAsync("/zustaendigkeit?leistung=99102013104000&ort=145220180180");
        page.Headers.GetValues("Set-Cookie").Should().AllSatisfy(cookie => cookie.Should().Contain("httponly").And.MatchRegex("samesite=(lax|strict)"));
    }

    [Fact]
    public async Task Too_many_forms_in_a_minute_are_refused_with_a_page()
    {
        await StartAsync(new Dictionary<string, string?> { ["DogLicence:FormsPerMinute"] = "3" });
        for (var i = 0; i < 3; i++)
            (await PostAsync()).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        var refused = await PostAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Zu viele Eingaben");
    }

    [Fact]
    public async Task A_request_for_another_host_is_refused()
    {
        await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, _fresh!.Server.Address) { Headers = { Host = "evil.example" } };

        using var answer = await _client.SendAsync(request, default);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task A_method_that_no_page_knows_is_answered_with_a_page(string method)
    {
        await StartAsync();
        using var answer = await _client.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(_fresh!.Server.Address, "/anmeldung/ergebnis")), default);

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Should().Equal("GET", "HEAD", "POST");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Die Eingabe konnte nicht angenommen werden");
    }

    [Fact]
    public async Task A_form_that_is_too_big_to_be_read_is_answered_with_a_page()
    {
        await StartAsync();

        using var answer = await PostAsync(Enumerable.Range(0, 100).Select(i => new KeyValuePair<string, string>($"field{i}", "1")));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Die Eingabe konnte nicht angenommen werden");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_browser_that_came_over_https_never_comes_over_http_again(bool https)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var application = new ApplicationBuilder(services);
        application.UseSecurityHeaders();
        var context = new DefaultHttpContext { Request = { IsHttps = https } };

        await application.Build()(context);

        context.Response.Headers.ContainsKey("Strict-Transport-Security").Should().Be(https);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_fresh is not null)
            await _fresh.DisposeAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        await StartAsync();
        return await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_fresh!.Server.Address, path)), default);
    }

    private Task<HttpResponseMessage> PostAsync(params IEnumerable<KeyValuePair<string, string>> fields) => _client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(_fresh!.Server.Address, "/abmelden")) { Content = new FormUrlEncodedContent(fields) }, default);

    private async Task StartAsync(Dictionary<string, string?>? settings = null) => _fresh ??= await FreshServer.StartAsync(settings, TestPaths.Sample);
}
