using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class LogInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_citizen_logs_in_with_the_card()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync("/login?returnUrl=/high");

        (browser.Last.StatusCode, browser.Location).Should().Be((HttpStatusCode.Redirect, "/high"));
        await browser.GoAsync("/high");
        browser.Text.Should().Be("high");
        await browser.GoAsync("/me");
        browser.Text.Should().Be("ERIKA MUSTERMANN High eID - -");
    }

    [Fact]
    public async Task What_the_settings_say_is_asked_for()
    {
        var settings = CardApplication.Settings();
        settings["Card:RequiredAttributes:2"] = "AgeVerification";
        settings["Card:MinimumAge"] = "18";
        settings["Card:OptionalAttributes:1"] = "PlaceVerification";
        settings["Card:CommunityId"] = "027614";
        settings["Card:TransactionInfo"] = "Anmeldung eines Hundes";
        await using var application = await CardApplication.StartAsync(settings);
        var browser = new CardBrowser(application);

        await browser.LogInAsync("/login?level=4", new EidServerResult.Verified(FakeEidServer.Erika) { FulfilsAge = true, FulfilsPlace = false });

        var asked = application.EidServer.Requests.Should().ContainSingle().Subject;
        asked.Operations.Should().BeEquivalentTo(new Dictionary<EidServerOperation, EidServerDemand>
        {
            [EidServerOperation.GivenNames] = EidServerDemand.Required,
            [EidServerOperation.FamilyNames] = EidServerDemand.Required,
            [EidServerOperation.AgeVerification] = EidServerDemand.Required,
            [EidServerOperation.RestrictedId] = EidServerDemand.Allowed,
            [EidServerOperation.PlaceVerification] = EidServerDemand.Allowed,
        });
        (asked.MinimumAge, asked.CommunityId, asked.TransactionInfo, asked.MinimumLevel).Should().Be((18, "027614", "Anmeldung eines Hundes", AssuranceLevel.High));
        await browser.GoAsync("/me");
        browser.Text.Should().EndWith("True False");
    }

    [Fact]
    public async Task No_session_is_opened_before_the_AusweisApp_asks()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.OpenAsync();
        await browser.OpenAsync();

        application.EidServer.Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task The_secret_of_a_session_reaches_neither_browser_nor_AusweisApp_nor_log()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.LogInAsync();
        await browser.GoAsync("/me");
        await browser.LogInAsync(result: new EidServerResult.DocumentDenied());
        await browser.GoAsync(browser.Location!);

        application.EidServer.Sessions.Should().HaveCount(2);
        foreach (var id in application.EidServer.Ids)
        {
            browser.Seen.Should().NotContain(text => text.Contains(id, StringComparison.OrdinalIgnoreCase));
            application.Log.Should().NotContain(line => line.Contains(id, StringComparison.OrdinalIgnoreCase));
        }

        foreach (var key in application.EidServer.Sessions.Select(session => session.PskKey))
        {
            browser.Seen.Count(text => text.Contains(key, StringComparison.OrdinalIgnoreCase)).Should().Be(1, "the token alone holds it");
            application.Log.Should().NotContain(line => line.Contains(key, StringComparison.OrdinalIgnoreCase));
        }

        application.Log.Should().NotContain(line => line.Contains("MUSTERMANN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_says_nothing_of_success_is_welcome_too()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync(report: "");

        browser.Location.Should().Be("/me");
    }

    [Theory]
    [InlineData("&ResultMajor=ok")]
    [InlineData("&ResultMajor=http://www.bsi.bund.de/ecard/api/1.1/resultmajor%23ok")]
    [InlineData("")]
    public async Task Success_in_the_address_is_no_success(string report)
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());

        await browser.GoAsync(token.Element("RefreshAddress")!.Value + report);

        browser.Location.Should().Be("/ended?outcome=expired&returnUrl=%2Fme");
        await browser.GoAsync("/me");
        browser.Text.Should().Be("nobody");
    }

    [Theory]
    [InlineData("cancellationByUser", "cancelled", 0)]
    [InlineData("http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal%23cancellationByUser", "cancelled", 0)]
    [InlineData("communicationError", "unavailable", 0)]
    [InlineData("trustedChannelEstablishmentFailed", "unavailable", 0)]
    [InlineData("serverError", "provider-refused", 1)]
    [InlineData("clientError", "rejected", 1)]
    [InlineData("something", "rejected", 1)]
    public async Task A_failure_in_the_address_logs_nobody_in(string minor, string outcome, int asked)
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync(report: $"&ResultMajor=error&ResultMinor={minor}");

        browser.Location.Should().Be($"/ended?outcome={outcome}&returnUrl=%2Fme");
        application.EidServer.Asked.Should().Be(asked);
        await browser.GoAsync("/me");
        browser.Text.Should().Be("nobody");
    }

    [Fact]
    public async Task The_server_says_more_of_a_failure_than_the_client()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync(result: new EidServerResult.DocumentInvalid(), report: "&ResultMajor=error&ResultMinor=serverError");

        browser.Location.Should().StartWith("/ended?outcome=document-invalid");
    }

    public static TheoryData<EidServerResult, string> Failures() => new()
    {
        { new EidServerResult.Cancelled(), "cancelled" },
        { new EidServerResult.Expired(), "expired" },
        { new EidServerResult.DocumentDenied(), "document-invalid" },
        { new EidServerResult.DocumentInvalid(), "document-invalid" },
        { new EidServerResult.AttributesMissing(new Dictionary<EidServerOperation, AbsenceReason>()), "attributes-missing" },
        { new EidServerResult.LevelTooLow(AssuranceLevel.Low), "level-too-low" },
        { new EidServerResult.Verified(FakeEidServer.Erika with { Level = AssuranceLevel.Low }), "level-too-low" },
        { new EidServerResult.Verified(FakeEidServer.Erika with { Level = AssuranceLevel.Unknown }), "level-too-low" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_the_server_finds_wrong_chooses_the_page(EidServerResult result, string outcome)
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);

        await browser.LogInAsync(result: result);

        browser.Location.Should().Be($"/ended?outcome={outcome}&returnUrl=%2Fme");
        browser.Cookies.Keys.Should().NotContain("session");
    }

    [Theory]
    [InlineData(true, "unavailable")]
    [InlineData(false, "rejected")]
    public async Task A_server_that_fails_at_the_result_ends_on_the_page(bool isTransient, string outcome)
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        application.EidServer.AnswersWith = () => throw new EidException("eid.server-unavailable", "It is down.") { IsTransient = isTransient };

        await browser.LogInAsync();

        browser.Location.Should().Be($"/ended?outcome={outcome}&returnUrl=%2Fme");
    }

    [Fact]
    public async Task A_thousand_citizens_log_in_at_once()
    {
        await using var application = await CardApplication.StartAsync();

        var said = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async number =>
        {
            var browser = new CardBrowser(application);
            await browser.LogInAsync(result: new EidServerResult.Verified(FakeEidServer.Citizen(number)));
            await browser.GoAsync("/me");
            return browser.Text;
        })).WaitAsync(Cancellation);

        said.Should().Equal(Enumerable.Range(0, 1000).Select(number => $"BÜRGER {number} High eID - -"));
        application.EidServer.Sessions.Should().HaveCount(1000);
    }
}
