using System.Net;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class LaunchPageTests
{
    [Fact]
    public async Task The_page_leads_to_the_AusweisApp_here_on_this_phone_and_on_another_one()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        var token = await browser.OpenAsync("/login?returnUrl=/me");

        token.Should().StartWith(CardApplication.Host + "/signin-eidserver/tctoken?login=");
        browser.Link("eid://127.0.0.1:24727/eID-Client?tcTokenURL=").Should().EndWith(Uri.EscapeDataString(token));
        browser.Link("/me").Should().Be("/me");
        browser.Text.Should().Contain("<html lang=\"de\">").And.Contain("<main>").And.Contain("<svg ").And.Contain("role=\"img\"");
        browser.Text.Should().NotContain("onclick").And.NotContain("style=\"");
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_and_runs_nothing_foreign()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.OpenAsync();

        browser.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
        Header("Referrer-Policy").Should().Be("no-referrer");
        Header("X-Content-Type-Options").Should().Be("nosniff");
        Header("Content-Security-Policy").Should().MatchRegex(
            "^default-src 'none'; script-src 'self'; connect-src http://127\\.0\\.0\\.1:24727; style-src 'nonce-[A-Za-z0-9_-]{22}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'$");
        Header("Cross-Origin-Opener-Policy").Should().BeNull();

        string? Header(string name) => browser.Last.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }

    [Fact]
    public async Task The_page_can_be_loaded_again()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.OpenAsync();

        await browser.GoAsync(browser.Last.RequestMessage!.RequestUri!.ToString());

        CardBrowser.TcTokenUrl(browser.Link("http://127.0.0.1:24727/eID-Client?tcTokenURL=")).Should().Be(token);
    }

    [Fact]
    public async Task What_came_from_outside_is_written_as_text()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.OpenAsync("/login?returnUrl=" + Uri.EscapeDataString("/me?\"><script>alert(1)</script>"));

        browser.Text.Should().NotContain("<script>alert").And.NotContain("\"><script");
    }

    [Fact]
    public async Task A_foreign_address_is_not_returned_to()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync("/login?returnUrl=https://evil.example/");

        browser.Location.Should().Be("/");
    }

    [Fact]
    public async Task An_address_too_long_for_a_camera_has_no_QR_code_and_works()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync("/login?returnUrl=/me?" + new string('a', 1900));

        browser.Location.Should().HaveLength(1904);
        browser.Seen.Should().NotContain(text => text.Contains("<svg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_script_is_small_and_asks_nobody_but_the_AusweisApp()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.OpenAsync();
        browser.Text.Should().Contain("<script src=\"/signin-eidserver/status.js\" defer></script>").And.Contain("data-eid-client=\"http://127.0.0.1:24727/eID-Client?Status=json\"");

        await browser.GoAsync("/signin-eidserver/status.js");

        browser.Last.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        browser.Text.Should().NotContain("http").And.Contain("AbortSignal.timeout").And.Contain("local-network-access");
    }

    [Fact]
    public async Task An_application_may_have_a_page_of_its_own()
    {
        var settings = CardApplication.Settings();
        settings["Card:LaunchPath"] = "/ausweis";
        await using var application = await CardApplication.StartAsync(settings, pages: static application => application.MapGet("/ausweis", static (HttpContext context) =>
            context.GetEidServerLaunch() is { } launch ? Results.Text($"<a href=\"{WebUtility.HtmlEncode(launch.DesktopAddress)}\">{launch.Scheme} {launch.ExpiresAt:HH:mm} {launch}</a>", "text/html") : Results.Text("begin anew")));
        var browser = new CardBrowser(application);

        await browser.LogInAsync();

        browser.Location.Should().Be("/me");
        var page = browser.Seen.Single(text => text.Contains("EidServer 12:15 EidServerLaunch", StringComparison.Ordinal));
        page.Should().Contain("Cache-Control: no-store").And.Contain("Referrer-Policy: no-referrer");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/ausweis")]
    public async Task An_application_below_a_path_works_there(string? launchPath)
    {
        var settings = CardApplication.Settings();
        settings["Card:CallbackPath"] = "/dienste/signin-eidserver";
        settings["Card:LaunchPath"] = launchPath;
        await using var application = await CardApplication.StartAsync(
            settings,
            services: static services => services.AddSingleton<IStartupFilter>(new Below("/dienste")),
            pages: static application => application.MapGet("/ausweis", static (HttpContext context) =>
                Results.Text($"<a href=\"{WebUtility.HtmlEncode(context.GetEidServerLaunch()!.DesktopAddress)}\">", "text/html")));
        var browser = new CardBrowser(application);

        await browser.LogInAsync("/dienste/login?returnUrl=/dienste/me");

        browser.Location.Should().Be("/dienste/me");
        browser.Last.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/dienste/signin-eidserver/refresh");
        await browser.GoAsync("/dienste/me");
        browser.Text.Should().StartWith("ERIKA");
        await browser.LogInAsync("/dienste/login", new BaseComponents.Eid.EidServer.EidServerResult.Expired());
        browser.Location.Should().StartWith("/dienste/ended?outcome=expired");
    }

    private sealed class Below(string path) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.UsePathBase(path);
            next(application);
        };
    }

    [Theory]
    [InlineData("")]
    [InlineData("?scheme=EidServer")]
    [InlineData("?scheme=EidServer&login=x")]
    [InlineData("?scheme=Nobody&login=x")]
    public async Task Such_a_page_finds_nothing_where_there_is_nothing(string query)
    {
        var settings = CardApplication.Settings();
        settings["Card:LaunchPath"] = "/ausweis";
        await using var application = await CardApplication.StartAsync(settings, pages: static application => application.MapGet("/ausweis", static (HttpContext context) => $"{context.GetEidServerLaunch() is null}"));
        var browser = new CardBrowser(application);

        await browser.GoAsync("/ausweis" + query);

        browser.Text.Should().Be("True");
    }

    [Fact]
    public async Task An_own_page_in_another_browser_finds_nothing()
    {
        var settings = CardApplication.Settings();
        settings["Card:LaunchPath"] = "/ausweis";
        await using var application = await CardApplication.StartAsync(settings, pages: static application => application.MapGet("/ausweis", static (HttpContext context) => $"{context.GetEidServerLaunch() is null}"));
        var (browser, stranger) = (new CardBrowser(application), new CardBrowser(application));
        await browser.GoAsync("/login");
        await browser.GoAsync(browser.Location!);
        var page = browser.Location!;

        await stranger.GoAsync(page);
        await browser.GoAsync(page);

        (browser.Text, stranger.Text).Should().Be(("False", "True"));
    }
}
