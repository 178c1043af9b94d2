using BaseComponents.Tests.Journeys.Browser;

namespace BaseComponents.Tests.Journeys;

/// <summary>What citizens do when nothing goes straight.</summary>
public sealed class DetourTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_tab_closed_on_the_pay_page_loses_nothing_the_reconciler_finds_the_payment()
    {
        var citizen = await ArriveAsync("closed-tab");
        await citizen.WalkToPayPageAsync();
        var receipt = citizen.Page.Context;

        // Paid there, but never led back: the way home is cut, then the tab is closed.
        await receipt.RouteAsync("**/zahlung/**", route => route.AbortAsync());
        await citizen.PressAsync("Bezahlen");
        await citizen.Page.CloseAsync();

        var mail = await MailAsync($"Anmeldung eines Hundes, Vorgang {citizen.Number}");
        mail.To.Should().Be("steueramt@freiberg.amt.example");
    }

    [Fact]
    public async Task A_citizen_who_comes_back_after_closing_the_tab_sees_the_receipt()
    {
        var citizen = await ArriveAsync("come-back");
        await citizen.BeginAsync();
        var path = citizen.CasePath;
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.FillInAsync();
        await citizen.AttachAsync();
        await citizen.ConfirmAsync();
        await citizen.GoPayAsync();
        await citizen.Page.RouteAsync("**/zahlung/**", route => route.AbortAsync());
        await citizen.PressAsync("Bezahlen");

        await citizen.OpenAsync(path + "/bezahlen");

        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
    }

    [Theory]
    [InlineData("Fehlgeschlagen", "Die Zahlung hat nicht geklappt")]
    [InlineData("Abbrechen", "Sie haben die Zahlung abgebrochen")]
    public async Task A_payment_that_fails_can_be_tried_again(string choice, string text)
    {
        var citizen = await ArriveAsync("payment-" + choice);
        await citizen.WalkToPayPageAsync();

        await citizen.PressAsync(choice);

        await citizen.Page.GetByText(text).WaitForAsync();
        await citizen.LookAsync("zahlung-offen");
        await citizen.PressAsync("Noch einmal versuchen");
        await citizen.FollowAsync("Zur Bezahlseite");
        await citizen.PressAsync("Bezahlen");
        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task Bad_input_is_explained_in_place_and_nothing_typed_is_lost()
    {
        var citizen = await ArriveAsync("bad-input", width: 390);
        await citizen.BeginAsync();
        await citizen.LogInAsync("Erika Mustermann");

        await citizen.FillInAsync(new Dictionary<string, string> { ["ChipNumber"] = "12", ["ArrivedYear"] = "1999", ["Dangerous"] = "Yes" });
        await citizen.LookAsync("fehler");

        (await citizen.Page.TitleAsync()).Should().StartWith("Fehler: ");
        (await citizen.Page.Locator(".error-summary li").CountAsync()).Should().Be(3);
        (await citizen.Page.InputValueAsync("#Name")).Should().Be("Büffel");
        (await citizen.Page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("fehler", "the page begins with what is wrong, for ears too");
        await citizen.Page.Locator(".error-summary a").First.ClickAsync();
        (await citizen.Page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("ArrivedDay", "the link of a message leads into its field");
    }

    [Fact]
    public async Task The_case_survives_a_restart_at_every_step()
    {
        var citizen = await ArriveAsync("restart");
        await citizen.BeginAsync();
        await Fresh.RestartAsync();
        await citizen.LogInAsync("Erika Mustermann");
        await Fresh.RestartAsync();
        await citizen.FillInAsync();
        await Fresh.RestartAsync();
        await citizen.AttachAsync();
        await Fresh.RestartAsync();
        await citizen.ConfirmAsync();
        await Fresh.RestartAsync();
        await citizen.GoPayAsync();
        await Fresh.RestartAsync();
        await citizen.PressAsync("Bezahlen");
        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");

        await MailAsync($"Anmeldung eines Hundes, Vorgang {citizen.Number}");
    }

    [Fact]
    public async Task Another_browser_cannot_open_the_case()
    {
        var citizen = await ArriveAsync("stranger-owner");
        await citizen.BeginAsync();
        var stranger = await ArriveAsync("stranger");

        await stranger.OpenAsync(citizen.CasePath + "/anmelden");

        await stranger.ArriveAtAsync("Diese Seite gibt es nicht");
        (await stranger.Page.ContentAsync()).Should().NotContain(citizen.Number);
        await stranger.LookAsync("fremd");
    }
}
