using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class ReloadTests
{
    [Fact]
    public async Task Changed_settings_hold_without_a_restart()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        await browser.LogInAsync();

        Change(application, "Card:TransactionInfo", "Neu");

        await browser.LogInAsync();
        browser.Location.Should().Be("/me");
        application.EidServer.Requests.Select(request => request.TransactionInfo).Should().Equal(null, "Neu");
    }

    [Fact]
    public async Task A_log_in_under_way_survives_a_change()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(token.Element("SessionIdentifier")!.Value);

        Change(application, "Card:TransactionInfo", "Neu");

        await browser.GoAsync(token.Element("RefreshAddress")!.Value);
        browser.Location.Should().Be("/me");
    }

    [Fact]
    public async Task Settings_that_became_wrong_are_not_taken()
    {
        await using var application = await CardApplication.StartAsync();
        var change = () => Change(application, "Card:RequiredAttributes:0", "Nonsense");

        change.Should().Throw<Exception>().Which.ToString().Should().Contain("no attribute is named 'Nonsense'");

        var browser = new CardBrowser(application);
        await browser.LogInAsync();
        browser.Location.Should().Be("/me");
    }

    [Fact]
    public async Task Limits_count_on_when_settings_change()
    {
        var settings = CardApplication.Settings();
        settings["Card:Starts:PerBrowser"] = "1";
        await using var application = await CardApplication.StartAsync(settings);
        var browser = new CardBrowser(application);
        await browser.LogInAsync();

        Change(application, "Card:TransactionInfo", "Neu");

        await browser.GoAsync("/login");
        await browser.GoAsync(browser.Location!);
        ((int)browser.Last.StatusCode).Should().Be(429);
    }

    private static void Change(CardApplication application, string setting, string value)
    {
        var configuration = (IConfigurationRoot)application.Services.GetRequiredService<IConfiguration>();
        configuration[setting] = value;
        configuration.Reload();
    }
}
