using BaseComponents.Tests.Journeys.Browser;
using DogLicence.LogIns;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.LogIns;

/// <summary>The page to the AusweisApp that an application gets which has none of its own.</summary>
public sealed class ComponentsLaunchPageTests(Chromium chromium) : Journey(chromium)
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["BaseComponents:Eid:EidServer:LaunchPath"] = null };

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task It_is_accessible_says_whether_the_AusweisApp_runs_and_leads_to_the_form(int width)
    {
        var citizen = await ArriveAsync($"launch-page-{width}", width);
        await citizen.BeginAsync();

        await citizen.FollowAsync(LogInWay.Ausweis.Button);

        await citizen.ArriveAtAsync("Anmeldung mit dem Online-Ausweis");
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("AusweisApp");
        await citizen.LookAsync("seite");
        await citizen.Page.Keyboard.PressAsync("Tab");
        (await citizen.Page.EvaluateAsync<string>("document.activeElement.textContent")).Should().Be("AusweisApp auf diesem Computer öffnen");
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ChooseAsync("Erika Mustermann", LogInWay.Ausweis);
        await citizen.ArriveAtFormAsync();
    }
}
