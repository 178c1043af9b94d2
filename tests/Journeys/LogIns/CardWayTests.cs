using System.Net;
using BaseComponents.Tests.Journeys.Browser;
using DogLicence.LogIns;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.LogIns;

/// <summary>A citizen with the identity card and the AusweisApp, which the Sandbox stands in for.</summary>
public sealed class CardWayTests(Chromium chromium) : Journey(chromium)
{
    private const string Page = "Mit dem Online-Ausweis anmelden";

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citizen_registers_a_dog_with_the_identity_card(int width)
    {
        var citizen = await ArriveAsync($"card-{width}", width, attentive: true);

        await citizen.WalkToPayPageAsync("Erika Mustermann", LogInWay.Ausweis);
        await citizen.PressAsync("Bezahlen");

        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
        await citizen.FollowAsync("Antrag ansehen");
        await citizen.ArriveAtAsync("Ihr Antrag");
        (await citizen.Page.InnerTextAsync("main")).Should().ContainAll("MUSTERMANN", "Online-Ausweis", "hoch");
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_too()
    {
        var citizen = await ArriveAsync("card-scriptless", scripts: false);
        await citizen.BeginAsync();

        await citizen.LogInAsync("Erika Mustermann", LogInWay.Ausweis);

        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task A_citizen_who_is_too_young_is_told_so_whatever_they_untick()
    {
        var citizen = await ArriveAsync("card-young");
        await citizen.BeginAsync();
        await citizen.FollowAsync(LogInWay.Ausweis.Button);
        await citizen.FollowAsync("AusweisApp auf diesem Computer öffnen");
        await citizen.ArriveAtAsync("Online-Ausweis");
        foreach (var box in await citizen.Page.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.UncheckAsync();

        await citizen.ChooseAsync("Ben Mustermann", LogInWay.Ausweis);

        await citizen.Page.GetByText("Sie müssen mindestens 18 Jahre alt sein").WaitForAsync();
        (await citizen.Page.GetByText("Abmelden").CountAsync()).Should().Be(0, "nobody is logged in");
    }

    [Fact]
    public async Task Whoever_takes_the_phone_begins_there_and_is_logged_in_there_alone()
    {
        var (computer, phone) = (await ArriveAsync("card-computer"), await ArriveAsync("card-phone", width: 390));
        await computer.BeginAsync();
        await computer.FollowAsync(LogInWay.Ausweis.Button);
        await computer.ArriveAtAsync(Page);
        var address = await computer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Anmeldung am Smartphone" }).GetAttributeAsync("href");

        await phone.OpenAsync(WebUtility.HtmlDecode(address!));
        await phone.ArriveAtAsync(Page);
        await phone.LookAsync("ausweis");
        await phone.FollowAsync("AusweisApp auf diesem Gerät öffnen");
        await phone.ChooseAsync("Erika Mustermann", LogInWay.Ausweis);
        await phone.BeginAsync();
        await phone.LookAsync("schon-angemeldet");
        await phone.FollowAsync("Mit der bestehenden Anmeldung weiter");
        await phone.ArriveAtFormAsync();

        await computer.Page.ReloadAsync();
        await computer.ArriveAtAsync(Page);
        (await computer.Page.GetByText("Abmelden").CountAsync()).Should().Be(0, "the computer is logged in by nobody's phone");
    }

    [Fact]
    public async Task A_way_back_in_another_browser_says_what_to_do()
    {
        var (first, other) = (await ArriveAsync("card-first"), await ArriveAsync("card-other", width: 390));
        await first.BeginAsync();
        await first.FollowAsync(LogInWay.Ausweis.Button);
        await first.ArriveAtAsync(Page);
        await first.FollowAsync("AusweisApp auf diesem Computer öffnen");
        await ArmAsync("eid-client.other-browser");
        await first.ChooseAsync("Erika Mustermann", LogInWay.Ausweis);
        var back = await first.Page.Locator("#rueckkehr").GetAttributeAsync("href");

        await other.OpenAsync(back!);

        await other.Page.GetByText("Die Anmeldung kam in einem anderen Browser zurück").WaitForAsync();
        await other.LookAsync("anderer-browser");
    }

    [Fact]
    public async Task An_old_page_leads_back()
    {
        var citizen = await ArriveAsync("card-old");

        await citizen.OpenAsync("/anmeldung/ausweis?scheme=EidServer&login=alt");

        await citizen.ArriveAtAsync("Anmelden");
        (await citizen.Page.InnerTextAsync("main")).Should().Contain("Die Anmeldung hat zu lange gedauert");
    }
}
