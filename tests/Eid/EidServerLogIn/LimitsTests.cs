using System.Globalization;
using BaseComponents.Eid.EidServer;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class LimitsTests
{
    [Fact]
    public async Task One_browser_cannot_open_sessions_without_end()
    {
        await using var application = await StartAsync(perBrowser: 2, perMinute: 100);
        var (greedy, other) = (new CardBrowser(application), new CardBrowser(application));
        await greedy.LogInAsync();
        await greedy.LogInAsync();

        await GoToTheEndAsync(greedy, "/login");

        ((int)greedy.Last.StatusCode).Should().Be(StatusCodes.Status429TooManyRequests);
        ShouldAskToComeAgain(greedy);
        application.EidServer.Sessions.Should().HaveCount(2);
        await other.LogInAsync();
        other.Location.Should().Be("/me", "others are not held up");
        application.Clock.Advance(TimeSpan.FromMinutes(1));
        await greedy.LogInAsync();
        greedy.Location.Should().Be("/me");
    }

    [Fact]
    public async Task All_together_cannot_either()
    {
        await using var application = await StartAsync(perBrowser: 2, perMinute: 3);
        for (var i = 0; i < 3; i++)
            await new CardBrowser(application).LogInAsync();
        var late = new CardBrowser(application);

        await GoToTheEndAsync(late, "/login");

        ((int)late.Last.StatusCode).Should().Be(StatusCodes.Status503ServiceUnavailable);
        ShouldAskToComeAgain(late);
    }

    [Fact]
    public async Task Pages_opened_beforehand_do_not_get_around_it()
    {
        await using var application = await StartAsync(perBrowser: 1, perMinute: 2);
        var browser = new CardBrowser(application);
        var (first, second) = (await browser.OpenAsync(), await browser.OpenAsync());
        await browser.FetchAsync(first);

        var refused = await browser.FetchAsync(second);
        await browser.GoAsync(refused.Element("CommunicationErrorAddress")!.Value);

        ((int)browser.Last.StatusCode).Should().Be(StatusCodes.Status429TooManyRequests);
        ShouldAskToComeAgain(browser);
        application.EidServer.Sessions.Should().ContainSingle();
    }

    [Fact]
    public async Task Who_came_too_often_can_use_the_same_page_later()
    {
        await using var application = await StartAsync(perBrowser: 1, perMinute: 2);
        var browser = new CardBrowser(application);
        var (first, second) = (await browser.OpenAsync(), await browser.OpenAsync());
        await browser.FetchAsync(first);
        await browser.FetchAsync(second);
        application.Clock.Advance(TimeSpan.FromMinutes(1));

        var token = await browser.FetchAsync(second);
        application.EidServer.Read(token.Element("SessionIdentifier")!.Value);
        await browser.GoAsync(token.Element("RefreshAddress")!.Value);

        browser.Location.Should().Be("/me");
    }

    [Fact]
    public async Task A_flood_of_pages_opens_no_session_and_fills_no_store()
    {
        var store = new CountingStore();
        await using var application = await CardApplication.StartAsync(store: store);

        for (var i = 0; i < 50; i++)
            await new CardBrowser(application).OpenAsync();

        store.Calls.Should().Be(0);
        application.EidServer.Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task Log_ins_that_are_pending_end_with_their_time()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(token.Element("SessionIdentifier")!.Value, new EidServerResult.Verified(FakeEidServer.Erika));
        application.Clock.Advance(TimeSpan.FromMinutes(15));

        await browser.GoAsync(token.Element("RefreshAddress")!.Value);

        browser.Location.Should().StartWith("/ended?outcome=expired");
        application.EidServer.Asked.Should().Be(0);
    }

    [Fact]
    public async Task A_beginning_that_was_kept_too_long_is_no_beginning()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.GoAsync("/login?returnUrl=/me");
        application.Clock.Advance(TimeSpan.FromMinutes(15));

        await browser.GoAsync(browser.Location!);

        browser.Location.Should().Be("/ended?outcome=expired&returnUrl=%2Fme");
    }

    private static async Task GoToTheEndAsync(CardBrowser browser, string address)
    {
        await browser.GoAsync(address);
        while (browser.Location is { } next)
            await browser.GoAsync(next);
    }

    private static void ShouldAskToComeAgain(CardBrowser browser)
    {
        browser.Last.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        browser.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
        browser.Text.Should().Contain("lang=\"de\"").And.Contain("Bitte warten Sie einen Moment");
    }

    private static Task<CardApplication> StartAsync(int perBrowser, int perMinute)
    {
        var settings = CardApplication.Settings();
        settings["Card:Starts:PerBrowser"] = perBrowser.ToString(CultureInfo.InvariantCulture);
        settings["Card:Starts:PerMinute"] = perMinute.ToString(CultureInfo.InvariantCulture);
        return CardApplication.StartAsync(settings);
    }
}
